import { pauseMs, type Tone } from './tones';

/** The little of a sound context that tones need; browsers and WeChat have the same. */
export interface SoundContext {
  readonly currentTime: number;
  readonly destination: AudioNode;
  createOscillator(): OscillatorNode;
  createGain(): GainNode;
}

/** Plays tones one after the other, each swelling and fading a little so that it does not click. */
export function playTones(context: SoundContext, tones: readonly Tone[]): void {
  let at = context.currentTime + 0.02;
  for (const tone of tones) {
    playTone(context, tone, at);
    at += (tone.ms + pauseMs) / 1_000;
  }
}

function playTone(context: SoundContext, { hertz, ms }: Tone, at: number): void {
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
