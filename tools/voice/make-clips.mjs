import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundleProgram } from '../bundle.mjs';
import { installedVersion } from '../installed-version.mjs';
import { at } from '../places.mjs';
import { madeFolder } from './clips.mjs';

const require = createRequire(import.meta.url);
const list = 'clips.json';
const digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

/** All that a clip comes from besides its sentence: the makers' versions and our own steps. */
const kitchen = () =>
  digest(
    ...['@echogarden/espeak-ng-emscripten', 'wasm-media-encoders'].map(installedVersion),
    ...['synthesise.mjs', 'shape.mjs', 'encode.mjs'].map((name) => readFileSync(at('tools/voice', name))),
  );

const sentencesOfTheApp = async () => {
  const outfile = 'dist/programs/voice-readings.js';
  await bundleProgram('tools/voice/readings.ts', outfile);
  return require(at(outfile)).sentences;
};

const read = (path) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
const listed = () => JSON.parse(read(join(madeFolder, list)).toString() || '{}');
const fileOf = (clip) => join(madeFolder, `${clip}.mp3`);
const recipeOf = ({ language, reading }, tools) => digest(language, '\n', reading, '\n', tools);

/** A clip is fresh when it was made of these words by these tools, and nobody touched it since. */
const isFresh = ({ clip, words }, recipe, known) =>
  known?.words === words && known.recipe === recipe && known.sha256 === digest(read(fileOf(clip)));

const filesThere = () =>
  existsSync(madeFolder)
    ? readdirSync(madeFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mp3'))
    : [];

/** What is stale among the clips made by code: sentences without a fresh clip, and files of sentences that nobody says any more. */
export const staleClips = async () => {
  const [sentences, tools, known] = [await sentencesOfTheApp(), kitchen(), listed()];
  const stale = sentences.filter((sentence) => !isFresh(sentence, recipeOf(sentence, tools), known[sentence.clip]));
  const said = new Set(sentences.map(({ clip }) => `${clip}.mp3`));
  return {
    sentences,
    tools,
    known,
    stale,
    leftOver: filesThere().filter((file) => !said.has(file.replaceAll('\\', '/'))),
  };
};

/** Makes the clips that are stale, takes the others away, and writes the list of all. Gives what it did, in words. */
export const makeClips = async () => {
  const { sentences, tools, known, stale, leftOver } = await staleClips();
  if (stale.length + leftOver.length === 0) return [];
  const { clipOf } = await import('./clip-of.mjs');
  for (const file of leftOver) rmSync(join(madeFolder, file));
  for (const sentence of stale) {
    const mp3 = await clipOf(sentence);
    mkdirSync(dirname(fileOf(sentence.clip)), { recursive: true });
    writeFileSync(fileOf(sentence.clip), mp3);
    const { clip, words, reading } = sentence;
    known[clip] = { words, reading, recipe: recipeOf(sentence, tools), sha256: digest(mp3) };
  }
  const inOrder = sentences.map(({ clip }) => [clip, known[clip]]);
  writeFileSync(join(madeFolder, list), `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
  return [...stale.map(({ clip }) => `made ${clip}.mp3`), ...leftOver.map((file) => `took away ${file}`)];
};
