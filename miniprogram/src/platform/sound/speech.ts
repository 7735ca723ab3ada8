import type { Language } from '@tongcheng/shared/text';
import { keepClips } from './fetch-clips';
import { type Speech, speakByClips } from './speak-clips';

/** Says sentences aloud: mini-programs have no voice that reads, so each sentence is a short sound file (decision 123). */
export const speak = (speech: Speech): void => speakByClips(speech);

/** Brings to the phone what {@link speak} needs to say any of these sentences without network. */
export const prepareVoice = (language: Language, names: readonly string[]): Promise<void> => keepClips(language, names);
