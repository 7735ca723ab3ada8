import { playTones } from './play-tones';
import { type Manner, type Signal, tonesOf } from './tones';

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
