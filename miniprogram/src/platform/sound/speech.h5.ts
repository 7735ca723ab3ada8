import type { Language } from '@tongcheng/shared/text';
import { takeAudioFocus } from './audio-focus';
import { downloadClips } from './download-clips';
import { playSignal } from './signal-sound';
import { type Sentence, type Speech, speakClips } from './speak-clips';

const voices: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
/** Between sentences, as each language writes it. */
const ends: Readonly<Record<Language, string>> = { zh: '。', en: '. ' };

/** Says sentences aloud by the browser's own voice, or by clips where it has none of this language; a new verdict ends the one before. */
export const speak = (speech: Speech): void => {
  if (hasVoice(speech.language)) {
    readAloud(speech);
    return;
  }
  // Some browsers read aloud and never tell by which voices: tried where there are no clips.
  const onUnavailable = () => (tellsNoVoices() ? readAloud(speech) : speech.onUnavailable());
  speakClips({ ...speech, onUnavailable });
};

/** Brings clips to the browser where it cannot read this language aloud. Browsers load their voices late; this comes later still. */
export const prepareVoice = async (language: Language, names: readonly string[]): Promise<void> => {
  if (!hasVoice(language)) await downloadClips(language, names);
};

const canRead = 'speechSynthesis' in window;
const known = (): readonly SpeechSynthesisVoice[] => (canRead ? window.speechSynthesis.getVoices() : []);
// Browsers begin to load their voices when they are first asked for.
known();

const tellsNoVoices = (): boolean => canRead && known().length === 0;
const hasVoice = (language: Language): boolean =>
  known().some(({ lang }) => lang.toLowerCase().indexOf(language) === 0);

function readAloud({ opening, sentences, language, onStart }: Speech): void {
  takeAudioFocus();
  onStart();
  playSignal(opening, 'brief');
  const said = new SpeechSynthesisUtterance(wordsOf(sentences, language));
  said.lang = voices[language];
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(said);
}

const wordsOf = (sentences: readonly Sentence[], language: Language): string =>
  sentences.map(({ words }) => words).join(ends[language]);
