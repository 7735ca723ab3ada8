import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { cspOf } from '../../host/page-policy.mjs';

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Serves one bundled page and its parts under the policy of the console. */
export async function servePages(
  folder: string,
  name: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/${name}.css"><div id="root"></div><script type="module" src="/${name}.js"></script>`;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': cspOf(html) }).end(html);
      return;
    }
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': type }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the pages have no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${address.port}/`, close };
}
