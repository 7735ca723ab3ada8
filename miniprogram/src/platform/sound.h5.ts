import { playTones } from './play-tones';
import type { Turn } from './take-turn';
import { type Manner, pauseMs, type Signal, tonesOf } from './tones';

let context: AudioContext | undefined;

/** Sounds a signal; silent where the browser has no sound or waits for a first touch. Gives the number of tones. */
export const sound = (signal: Signal, manner: Manner): number => {
  const tones = tonesOf[manner][signal];
  if (!('AudioContext' in window)) return 0;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  playTones(context, tones);
  return tones.length;
};

/** Sounds a signal within a turn that something else follows in; it has sounded when this resolves. */
export const soundIn = (turn: Turn, signal: Signal, manner: Manner): Promise<void> => {
  const tones = turn.isMine() && sound(signal, manner) > 0 ? tonesOf[manner][signal] : [];
  const soundMs = tones.reduce((sum, { ms }) => sum + ms + pauseMs, 0);
  return new Promise((resolve) => setTimeout(resolve, soundMs));
};
