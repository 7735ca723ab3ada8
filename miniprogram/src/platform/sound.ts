import { type Signal, tonesOf } from './tones';

/** Mini-programs sound through their own players; until those come the hand is told by vibration alone. */
export const sound = (signal: Signal): number => tonesOf[signal].length;
