/** One tone: its height in hertz and its length. */
export interface Tone {
  readonly hertz: number;
  readonly ms: number;
}

/** The outcome that sound and vibration report (design/screens.md, Sounds): admit, refer, refuse, kept offline. */
export type Signal = 'admit' | 'refer' | 'refuse' | 'kept';

/** The form of a signal: `brief` for most riders; `counted` in elder mode where no voice says it: longer, and once, twice or three times. */
export type SignalForm = 'brief' | 'counted';

const times = (count: number, tone: Tone): readonly Tone[] => Array.from({ length: count }, () => tone);

/**
 * Brief: admit one short high tone; refer two middle ones; refuse one long low one; offline a soft double click. Counted: the same heights,
 * longer, and a number of times that needs no ear for heights: admit once, refer twice, refuse three times, offline the double click.
 */
export const tonesOf: Readonly<Record<SignalForm, Readonly<Record<Signal, readonly Tone[]>>>> = {
  brief: {
    admit: times(1, { hertz: 1320, ms: 140 }),
    refer: times(2, { hertz: 660, ms: 160 }),
    refuse: times(1, { hertz: 220, ms: 650 }),
    kept: times(2, { hertz: 440, ms: 40 }),
  },
  counted: {
    admit: times(1, { hertz: 1320, ms: 500 }),
    refer: times(2, { hertz: 660, ms: 450 }),
    refuse: times(3, { hertz: 220, ms: 650 }),
    kept: times(2, { hertz: 440, ms: 90 }),
  },
};

/** The same for the hand: vibration and pause by turns, in milliseconds. */
export const pulsesOf: Readonly<Record<SignalForm, Readonly<Record<Signal, readonly number[]>>>> = {
  brief: { admit: [120], refer: [120, 100, 120], refuse: [600], kept: [40, 80, 40] },
  counted: { admit: [400], refer: [400, 300, 400], refuse: [400, 300, 400, 300, 400], kept: [40, 80, 40] },
};

/** Between two tones. */
export const pauseMs = 110;
