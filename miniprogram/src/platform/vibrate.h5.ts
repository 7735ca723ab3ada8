import { pulsesOf, type Signal } from './tones';

/** Shakes the phone for a signal, where the browser can. */
export const vibrate = (signal: Signal): void => {
  if ('vibrate' in navigator) navigator.vibrate([...pulsesOf[signal]]);
};
