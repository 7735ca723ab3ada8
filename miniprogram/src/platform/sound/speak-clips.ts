import type { Language } from '@tongcheng/shared/text';
import { type Turn, takeTurn } from './audio-focus';
import { clipHere, dropClip } from './clip-store';
import { keepClips } from './fetch-clips';
import { soundIn } from './signal-sound';
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
  readonly begins: () => void;
  readonly isAway: () => void;
}

/**
 * Says sentences by their clips, one after the other, after the screen is drawn; whatever sounds next ends it. Where a clip is not on
 * this phone the voice is away, and the clip is fetched for the next time.
 */
export function speakByClips(speech: Speech): void {
  const turn = takeTurn();
  setTimeout(() => speakIn(turn, speech), 0);
}

async function speakIn(turn: Turn, { opening, sentences, language, begins, isAway }: Speech): Promise<void> {
  const names = sentences.map(({ name }) => name);
  const files = await Promise.all(names.map((name) => clipHere(language, name)));
  if (!turn.isMine()) return;
  if (files.some((file) => file === undefined)) {
    isAway();
    return keepClips(language, names);
  }
  begins();
  await soundIn(turn, opening, 'brief');
  for (let place = 0; place < files.length; place += 1) {
    const played = await turn.play(files[place] ?? '');
    if (played === 'played') continue;
    if (played === 'refused') await dropClip(language, names[place] ?? '');
    // Half a sentence is not said twice in tones.
    if (played === 'refused' && place === 0 && turn.isMine()) isAway();
    return;
  }
}
