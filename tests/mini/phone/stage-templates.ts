import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildOf, type Platform } from './platform';
import { translateAxml, translateSjs } from './translate-axml';

/** The half of pages, and of Taro's component for deep nesting, that stands where things are drawn (see `drawn-page.ts`). */
const drawingHalf = (name: string): string =>
  `Component(global.drawingHalf.${name === 'comp.json' ? 'deeper' : 'page'})`;

/** The templates of a build in a folder of their own, as WeChat's compiler takes them; nothing of the program itself. */
export function stageTemplates(platform: Platform): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `tongcheng-${platform}-`));
  const build = buildOf(platform);
  for (const path of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    const written = staged(path, () => readFileSync(join(build, path), 'utf8'));
    if (written === undefined) continue;
    const [name, text] = written;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    if (name.endsWith('.json')) writeFileSync(join(folder, name.replace(/json$/, 'js')), drawingHalf(name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function staged(path: string, text: () => string): readonly [string, string] | undefined {
  if (path.endsWith('.wxml') || path.endsWith('.wxs')) return [path, text()];
  if (path.endsWith('.axml')) return [path.replace(/axml$/, 'wxml'), translateAxml(text())];
  if (path.endsWith('.sjs')) return [path.replace(/sjs$/, 'wxs'), translateSjs(text())];
  if (path === 'comp.json' || /(^|\/)index\.json$/.test(path)) return [path, text()];
  return undefined;
}
