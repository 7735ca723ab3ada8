import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from '../places.mjs';

/** Clips as made by code, and a city's own recordings, which go before them: `zh/admit.mp3` in either. */
export const madeFolder = at('miniprogram/voice/made');
const recordedFolder = at('miniprogram/voice/recorded');

const namesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /^(?:zh|en)\/[a-z-]+\.mp3$/.test(file))
    : [];

/** The file of each clip that riders are to hear, by its name. A recording of something that is never said counts for nothing. */
export const heardClips = (made = madeFolder, recorded = recordedFolder) => {
  const ownVoice = new Set(namesIn(recorded));
  const files = namesIn(made).sort();
  return new Map(files.map((name) => [name, join(ownVoice.has(name) ? recorded : made, name)]));
};

/** Changes with every change of a clip: phones fetch all of them once for each edition. */
export const editionOfClips = (clips = heardClips()) => {
  const hash = createHash('sha256');
  for (const [name, file] of clips) hash.update(name).update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
};

/** Lays the clips into the folder of the web app, from where phones fetch them: `voice/zh/admit.mp3`. */
export const layClips = (app, clips = heardClips()) => {
  for (const [name, file] of clips) {
    const place = join(app, 'voice', name);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(file, place);
  }
};
