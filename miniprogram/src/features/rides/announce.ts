import type { Language } from '@tongcheng/shared/text';
import { playSignal } from '../../platform/sound/signal-sound';
import type { Signal, SignalForm } from '../../platform/sound/signals';
import { speak } from '../../platform/sound/speech';
import { vibrate } from '../../platform/sound/vibration';
import { type SpokenName, spokenTexts } from './texts/spoken-texts';

/** What is said aloud, by the names of its sentences, in order. */
export interface Spoken {
  readonly names: readonly SpokenName[];
  readonly language: Language;
}

/**
 * Tells ear and hand the outcome, and in elder mode (`spoken`) says it aloud. Where the phone has no voice at that moment, elder mode has
 * longer tones and shakes that can be counted; never both.
 */
export function announce(signal: Signal, spoken: Spoken | undefined): void {
  if (!spoken) {
    playAndVibrate(signal, 'brief');
    return;
  }
  const { names, language } = spoken;
  speak({
    opening: signal,
    sentences: names.map((name) => ({ name, words: spokenTexts[name][language] })),
    language,
    onStart: () => vibrate(signal, 'brief'),
    onUnavailable: () => playAndVibrate(signal, 'counted'),
  });
}

function playAndVibrate(signal: Signal, form: SignalForm): void {
  playSignal(signal, form);
  vibrate(signal, form);
}
