import type { Text } from '@tongcheng/shared/text';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { verifyTexts } from './texts';

/** How long ago, in the coarsest unit that still says something: a text with a place for `n`. */
export const ageOf = (ageMs: number): { readonly text: Text; readonly n: number } => {
  if (ageMs < minuteMs) return { text: verifyTexts.seconds, n: Math.max(0, Math.floor(ageMs / 1_000)) };
  if (ageMs < hourMs) return { text: verifyTexts.minutes, n: Math.floor(ageMs / minuteMs) };
  return { text: verifyTexts.hours, n: Math.floor(ageMs / hourMs) };
};
