/** One tone: its height in hertz and its length. */
export interface Tone {
  readonly hertz: number;
  readonly ms: number;
}

/** What the ear and the hand are told (design/screens.md, Sounds): admit, refer, refuse, kept offline. */
export type Signal = 'admit' | 'refer' | 'refuse' | 'kept';

/** Admit one short high tone; refer two middle ones; refuse one long low one; offline a soft double click. */
export const tonesOf: Readonly<Record<Signal, readonly Tone[]>> = {
  admit: [{ hertz: 1320, ms: 140 }],
  refer: [
    { hertz: 660, ms: 160 },
    { hertz: 660, ms: 160 },
  ],
  refuse: [{ hertz: 220, ms: 650 }],
  kept: [
    { hertz: 440, ms: 40 },
    { hertz: 440, ms: 40 },
  ],
};

/** The same for the hand: vibration and pause by turns, in milliseconds. */
export const pulsesOf: Readonly<Record<Signal, readonly number[]>> = {
  admit: [120],
  refer: [120, 100, 120],
  refuse: [600],
  kept: [40, 80, 40],
};

/** Between two tones. */
export const pauseMs = 110;
