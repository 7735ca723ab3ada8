import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder by their path in it, in order; the page itself is asked for by the folder's own address. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== 'sw.js' && !/\.(?:map|txt)$/.test(file))
    // Elder mode's clips are fetched by those who need them, not with the app.
    .filter((file) => !file.startsWith('voice/'))
    .sort();

/** Writes `sw.js` beside the files of the web app, with their names and a version made of their contents. */
export const writeServiceWorker = (template, folder) => {
  const files = filesIn(folder);
  const digest = createHash('sha256');
  const source = readFileSync(template, 'utf8');
  for (const file of files) digest.update(file).update(readFileSync(join(folder, file)));
  const version = digest.update(source).digest('hex').slice(0, 16);
  const names = files.map((file) => (file === 'index.html' ? '' : file));
  const filled = source
    .replace("'__VERSION__'", JSON.stringify(version))
    .replace("['__FILES__']", JSON.stringify(names));
  writeFileSync(join(folder, 'sw.js'), filled);
};

if (process.argv[1]?.endsWith('write-service-worker.mjs')) {
  const [template = '', folder = ''] = process.argv.slice(2);
  writeServiceWorker(template, folder);
}
