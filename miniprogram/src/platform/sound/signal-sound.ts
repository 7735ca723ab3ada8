import { dropOwn, isThere, ownFile, writeOwn } from '../files/app-files';
import { type Turn, takeTurn } from './audio-focus';
import { type Manner, type Signal, tonesOf } from './signals';
import { waveOf } from './tones-to-wav';

/** Another number when tones change, or phones would go on with the files that they have. */
const edition = 1;

/**
 * Sounds a signal after the screen is drawn; a new one ends the one before. The phone's own mute switch is obeyed, which is both
 * platforms' rule unless a program asks otherwise. Whatever fails, fails in silence: vibration and screen tell the same.
 */
export const sound = (signal: Signal, manner: Manner): void => {
  const turn = takeTurn();
  setTimeout(() => soundIn(turn, signal, manner), 0);
};

/** Sounds a signal within a turn that something else follows in; it has sounded, or could not, when this resolves. */
export async function soundIn(turn: Turn, signal: Signal, manner: Manner): Promise<void> {
  const file = await toneFile(signal, manner);
  if (file === undefined) return;
  // A file that was cut short is made anew the next time.
  if ((await turn.play(file)) === 'refused') await dropOwn(file);
}

/** The file of a signal's tones, made when it is first needed; undefined where the phone keeps no files. */
async function toneFile(signal: Signal, manner: Manner): Promise<string | undefined> {
  const file = ownFile(`tone-${edition}-${manner}-${signal}.wav`);
  if (await isThere(file)) return file;
  return (await writeOwn(file, waveOf(tonesOf[manner][signal]))) ? file : undefined;
}
