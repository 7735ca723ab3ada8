import { type Manner, pulsesOf, type Signal } from './tones';

/** Shakes the phone for a signal, where the browser can. */
export const vibrate = (signal: Signal, manner: Manner): void => {
  if ('vibrate' in navigator) navigator.vibrate([...pulsesOf[manner][signal]]);
};
