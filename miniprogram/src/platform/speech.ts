import type { Language } from '@tongcheng/shared/text';

/**
 * Says a sentence aloud where the phone can. Mini-programs cannot: neither platform has a voice without a plug-in that is bought or
 * approved for the account (docs/mini-programs.md, "Sound and speech"). This is the one file that would call it; whoever
 * adds it gives `true`, and the counted tones that stand in for a voice fall silent by themselves.
 */
export const speak = (_words: string, _language: Language): boolean => false;
