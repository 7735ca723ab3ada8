import type { Language } from '@tongcheng/shared/text';
import { downloadClips } from './download-clips';
import { type Speech, speakClips } from './speak-clips';

/** Says sentences aloud: mini-programs have no voice that reads, so each sentence is a short sound file (decision 123). */
export const speak = (speech: Speech): void => speakClips(speech);

/** Brings to the phone what {@link speak} needs to say any of these sentences without network. */
export const prepareVoice = (language: Language, names: readonly string[]): Promise<void> =>
  downloadClips(language, names);
