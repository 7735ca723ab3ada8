import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'dist/h5/voice';
/** Clips have 24 kilobits a second. */
const bytesPerMs = 3;

let known: ReadonlyMap<string, string> | undefined;

/** Every clip that the web app is built with: its bytes and its name. */
function clips(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mp3'));
  return new Map(files.map((file) => [readFileSync(join(folder, file), 'latin1'), file.replace('.mp3', '')]));
}

/** The names of all clips of a language. */
export const clipNames = (language: 'zh' | 'en'): readonly string[] => {
  known ??= clips();
  return [...known.values()].filter((name) => name.startsWith(`${language}/`)).sort();
};

/** Which clip somebody hears in a file, and for how long; undefined when it is none, or only a part of one. */
export function clipIn(file: Uint8Array): { readonly name: string; readonly ms: number } | undefined {
  known ??= clips();
  const name = known.get(Buffer.from(file).toString('latin1'));
  return name === undefined ? undefined : { name, ms: file.length / bytesPerMs };
}
