import type { Language } from '@tongcheng/shared/text';
import { sound } from '../../platform/sound';
import { speak } from '../../platform/speech';
import type { Signal } from '../../platform/tones';
import { vibrate } from '../../platform/vibrate';

/** Tells ear and hand the outcome, and in elder mode says it aloud. */
export function announce(
  signal: Signal,
  spoken: { readonly words: string; readonly language: Language } | undefined,
): void {
  sound(signal);
  vibrate(signal);
  if (spoken) speak(spoken.words, spoken.language);
}
