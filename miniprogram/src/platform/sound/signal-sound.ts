import { appFilePath, deleteAppFile, fileExists, writeAppFile } from '../files/app-files';
import { type AudioFocus, takeAudioFocus } from './audio-focus';
import { type Signal, type SignalForm, tonesOf } from './signals';
import { waveOf } from './tones-to-wav';

/** Another number when tones change, or phones would go on with the files that they have. */
const edition = 1;

/**
 * Sounds a signal after the screen is drawn; a new one ends the one before. The phone's own mute switch is obeyed, which is both
 * platforms' rule unless a program asks otherwise. Whatever fails, fails in silence: vibration and screen tell the same.
 */
export const playSignal = (signal: Signal, form: SignalForm): void => {
  const focus = takeAudioFocus();
  setTimeout(() => playSignalWithin(focus, signal, form), 0);
};

/** Sounds a signal while the caller holds the audio focus; resolved, or could not, when this resolves. */
export async function playSignalWithin(focus: AudioFocus, signal: Signal, form: SignalForm): Promise<void> {
  const file = await toneFile(signal, form);
  if (file === undefined) return;
  // A file that was cut short is made anew the next time.
  if ((await focus.play(file)) === 'refused') await deleteAppFile(file);
}

/** The file of a signal's tones, made when it is first needed; undefined where the phone keeps no files. */
async function toneFile(signal: Signal, form: SignalForm): Promise<string | undefined> {
  const file = appFilePath(`tone-${edition}-${form}-${signal}.wav`);
  if (await fileExists(file)) return file;
  return (await writeAppFile(file, waveOf(tonesOf[form][signal]))) ? file : undefined;
}
