import Taro from '@tarojs/taro';
import { pulsesOf, type Signal, type SignalForm } from './signals';

/** Mini-programs know a short and a long shake of fixed lengths; from here on a pulse is a long one. */
const longFromMs = 300;

/** Kept by the module, as the phone has one vibration motor. */
let toCome: readonly ReturnType<typeof setTimeout>[] = [];

/** Shakes the phone for a signal, at once and then each pulse in its time; a new signal ends the one before. */
export const vibrate = (signal: Signal, form: SignalForm): void => {
  toCome.forEach(clearTimeout);
  const [first, ...later] = startsOf(pulsesOf[form][signal]);
  if (first) shake(first.ms);
  toCome = later.map(({ at, ms }) => setTimeout(() => shake(ms), at));
};

/** Vibration and pause by turns, as when each vibration begins. */
function startsOf(pulses: readonly number[]) {
  let at = 0;
  return pulses
    .map((ms, place) => {
      const start = { at, ms, vibrates: place % 2 === 0 };
      at += ms;
      return start;
    })
    .filter(({ vibrates }) => vibrates);
}

function shake(ms: number): void {
  const shaken = ms >= longFromMs ? Taro.vibrateLong() : Taro.vibrateShort({ type: 'medium' });
  shaken.catch(() => undefined);
}

/** One short shake: something was taken from what the rider holds before the camera. */
export const vibrateBriefly = (): void => {
  Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
};
