import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the declaration of a setting says to people, in both languages: its doc comment, the words it takes and its default, as written. */
export interface SettingComment {
  readonly lines: readonly string[];
  readonly words: readonly string[];
  readonly byDefault?: string;
}

const declaration =
  /\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\s*(TONGCHENG_[A-Z_]+):((?:(?!\n\s*(?:\/\*\*|TONGCHENG_|\}))[\s\S])*)/g;

/** Doc comments of settings by name, out of the files that declare them; a name that several declare has the first. */
export function settingComments(folder: string): ReadonlyMap<string, SettingComment> {
  const found = new Map<string, SettingComment>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue;
    for (const [, comment = '', name = '', schema = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      declaration,
    ))
      if (!found.has(name)) found.set(name, commentOf(comment, schema));
  }
  return found;
}

function commentOf(comment: string, schema: string): SettingComment {
  const words = /z\.enum\(\[([^\]]*)\]/.exec(schema)?.[1] ?? '';
  const [, text, figure] = /\.default\((?:'([^']*)'|([\d_]+))\)/.exec(schema) ?? [];
  const byDefault = text ?? figure ?? '';
  return {
    lines: comment
      .split(/\n\s*\*/)
      .map((line) => line.replace(/^\s*\*/, '').trim())
      .filter((line) => line !== ''),
    words: [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
    ...(byDefault !== '' && { byDefault }),
  };
}
