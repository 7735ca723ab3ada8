import type { Language } from '@tongcheng/shared/text';
import { sound } from '../../platform/sound';
import { speak } from '../../platform/speech';
import type { Signal } from '../../platform/tones';
import { vibrate } from '../../platform/vibrate';

/**
 * Tells ear and hand the outcome, and in elder mode (`spoken`) says it aloud. Where the phone has no voice, elder mode has
 * longer tones and shakes that can be counted.
 */
export function announce(
  signal: Signal,
  spoken: { readonly words: string; readonly language: Language } | undefined,
): void {
  const silent = spoken !== undefined && !speak(spoken.words, spoken.language);
  const manner = silent ? 'counted' : 'brief';
  sound(signal, manner);
  vibrate(signal, manner);
}
