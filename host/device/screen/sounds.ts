import type { GateSignal } from '@tongcheng/shared/gates/gate-prompts';
import type { Language, Text } from '@tongcheng/shared/text';

/** Tones of a sound: height in hertz, when it begins and how long it lasts, in seconds. */
const tones: Readonly<
  Record<GateSignal['sound'], readonly (readonly [hertz: number, from: number, seconds: number])[]>
> = {
  rising: [[1_320, 0, 0.14]],
  double: [
    [740, 0, 0.16],
    [740, 0.26, 0.16],
  ],
  falling: [[290, 0, 0.65]],
};

let context: AudioContext | undefined;

/** Plays a sound of a gate; nothing where the machine has no sound. */
export function play(sound: GateSignal['sound']): void {
  context ??= new AudioContext();
  const begin = context.currentTime;
  for (const [hertz, from, seconds] of tones[sound]) {
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.4, begin + from);
    loudness.gain.linearRampToValueAtTime(0, begin + from + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin + from);
    tone.stop(begin + from + seconds);
  }
}

const spokenAs: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Says a text in these languages, one after the other; what was being said ends. Nothing where the machine has no voice of a language. */
export function sayAloud(text: Text, voices: readonly Language[]): void {
  speechSynthesis.cancel();
  for (const language of voices) {
    const spoken = new SpeechSynthesisUtterance(text[language]);
    spoken.lang = spokenAs[language];
    speechSynthesis.speak(spoken);
  }
}
