import { pulsesOf, type Signal, type SignalForm } from './signals';

/** Shakes the phone for a signal, where the browser can. */
export const vibrate = (signal: Signal, form: SignalForm): void => {
  if ('vibrate' in navigator) navigator.vibrate([...pulsesOf[form][signal]]);
};

/** One short shake: something was taken from what the rider holds before the camera. */
export const vibrateBriefly = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(15);
};
