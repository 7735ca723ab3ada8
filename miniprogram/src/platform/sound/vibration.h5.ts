import { type Manner, pulsesOf, type Signal } from './signals';

/** Shakes the phone for a signal, where the browser can. */
export const vibrate = (signal: Signal, manner: Manner): void => {
  if ('vibrate' in navigator) navigator.vibrate([...pulsesOf[manner][signal]]);
};

/** One short shake: something was taken from what the rider holds before the camera. */
export const nudge = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(15);
};
