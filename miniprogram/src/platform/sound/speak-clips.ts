import type { Language } from '@tongcheng/shared/text';
import { type AudioFocus, takeAudioFocus } from './audio-focus';
import { deleteClip, storedClip } from './clip-store';
import { downloadClips } from './download-clips';
import { playSignalWithin } from './signal-sound';
import type { Signal } from './signals';

/** A sentence to be said: its clip's name, and its words for voices that read. */
export interface Sentence {
  readonly name: string;
  readonly words: string;
}

/** What is to be said, and what the voice tells of itself: it begins, or it is away and something must stand in. */
export interface Speech {
  /** Sounds before the words, and makes people listen. */
  readonly opening: Signal;
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  readonly onStart: () => void;
  readonly onUnavailable: () => void;
}

/**
 * Says sentences by their clips, one after the other, after the screen is drawn; whatever sounds next ends it. Where a clip is not on
 * this phone the voice is away, and the clip is fetched for the next time.
 */
export function speakClips(speech: Speech): void {
  const focus = takeAudioFocus();
  setTimeout(() => speakIn(focus, speech), 0);
}

async function speakIn(
  focus: AudioFocus,
  { opening, sentences, language, onStart, onUnavailable }: Speech,
): Promise<void> {
  const names = sentences.map(({ name }) => name);
  const files = await Promise.all(names.map((name) => storedClip(language, name)));
  if (!focus.isHeld()) return;
  if (files.some((file) => file === undefined)) {
    onUnavailable();
    return downloadClips(language, names);
  }
  onStart();
  await playSignalWithin(focus, opening, 'brief');
  for (let place = 0; place < files.length; place += 1) {
    const played = await focus.play(files[place] ?? '');
    if (played === 'played') continue;
    if (played === 'refused') await deleteClip(language, names[place] ?? '');
    // Half a sentence is not said twice in tones.
    if (played === 'refused' && place === 0 && focus.isHeld()) onUnavailable();
    return;
  }
}
