import type { Language } from '@tongcheng/shared/text';

/** Says a sentence aloud where the phone can; mini-programs cannot yet, and say so by `false`. */
export const speak = (_words: string, _language: Language): boolean => false;
