import type { AudioFocus } from './audio-focus';
import { pauseMs, type Signal, type SignalForm, type Tone, tonesOf } from './signals';

/** Kept by the module: browsers allow few contexts, and one serves all signals. */
let context: AudioContext | undefined;

/** Sounds a signal; silent where the browser has no sound or waits for a first touch. Gives the number of tones. */
export const playSignal = (signal: Signal, form: SignalForm): number => {
  const tones = tonesOf[form][signal];
  if (!('AudioContext' in window)) return 0;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  playTones(context, tones);
  return tones.length;
};

/** Sounds a signal while the caller holds the audio focus; resolved when this resolves. */
export const playSignalWithin = (focus: AudioFocus, signal: Signal, form: SignalForm): Promise<void> => {
  const tones = focus.isHeld() && playSignal(signal, form) > 0 ? tonesOf[form][signal] : [];
  const soundMs = tones.reduce((sum, { ms }) => sum + ms + pauseMs, 0);
  return new Promise((resolve) => setTimeout(resolve, soundMs));
};

/** Plays tones one after the other, each swelling and fading a little so that it does not click. */
function playTones(context: AudioContext, tones: readonly Tone[]): void {
  let at = context.currentTime + 0.02;
  for (const tone of tones) {
    playTone(context, tone, at);
    at += (tone.ms + pauseMs) / 1_000;
  }
}

function playTone(context: AudioContext, { hertz, ms }: Tone, at: number): void {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.01);
  volume.gain.setValueAtTime(0.3, at + ms / 1_000 - 0.01);
  volume.gain.linearRampToValueAtTime(0, at + ms / 1_000);
  source.connect(volume);
  volume.connect(context.destination);
  source.start(at);
  source.stop(at + ms / 1_000);
}
