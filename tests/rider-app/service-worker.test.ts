import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongcheng-sw-'));
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), '<p>app</p>');
  writeFileSync(join(folder, 'js/app.1.js'), 'one');
  mkdirSync(join(folder, 'voice/zh'), { recursive: true });
  writeFileSync(join(folder, 'voice/zh/admit.mp3'), 'a voice that most riders never need');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Listener = (event: object) => void;

/** The built worker in the little of a browser that it asks for: caches by name, and answers to requests. */
function aBrowser(held: Map<string, Set<string>>) {
  const listeners = new Map<string, Listener>();
  const cacheOf = (name: string) => {
    const files = held.get(name) ?? new Set<string>();
    held.set(name, files);
    return {
      addAll: async (asked: readonly { url: string }[]) => {
        for (const { url } of asked) files.add(url);
      },
      match: async (url: string) => (files.has(url) ? `kept ${url}` : undefined),
    };
  };
  const origin = 'https://ride.example';
  runInNewContext(readFileSync(join(folder, 'sw.js'), 'utf8'), {
    self: {
      location: { pathname: '/app/sw.js', origin },
      addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    },
    caches: {
      open: async (name: string) => cacheOf(name),
      keys: async () => [...held.keys()],
      delete: async (name: string) => held.delete(name),
    },
    URL,
    Request: class {
      constructor(readonly url: string) {}
    },
    Response: { redirect: (to: string) => `redirect ${to}` },
    fetch: async ({ url }: { url: string }) => `fetched ${url}`,
  });
  const happen = async (name: string): Promise<void> => {
    let work: Promise<unknown> | undefined;
    listeners.get(name)?.({ waitUntil: (until: Promise<unknown>) => (work = until) });
    await work;
  };
  /** Undefined where the worker leaves a request to the browser. */
  const ask = async (path: string, more: { method?: string; mode?: string } = {}): Promise<unknown> => {
    let answer: unknown;
    const request = { url: new URL(path, origin).href, method: 'GET', mode: 'cors', ...more };
    listeners.get('fetch')?.({ request, respondWith: (with_: unknown) => (answer = with_) });
    return answer;
  };
  return { happen, ask };
}

const built = () =>
  execFileSync(process.execPath, ['tools/write-service-worker.mjs', 'miniprogram/service-worker.js', folder]);

test('X-01 the app’s own files come from the phone; operations and everything else never pass through', async () => {
  built();
  const { happen, ask } = aBrowser(new Map());
  await happen('install');
  expect(await ask('/app/')).toBe('kept /app/');
  expect(await ask('/app/js/app.1.js')).toBe('kept /app/js/app.1.js');
  for (const path of [
    '/api/venues.get-city',
    '/app/sw.js',
    '/app/js/other.js',
    '/app/voice/zh/admit.mp3',
    '/verify/',
    'https://elsewhere.example/app/',
  ])
    expect(await ask(path)).toBeUndefined();
  expect(await ask('/api/rides.record-scan', { method: 'POST' })).toBeUndefined();
  expect(await ask('/app/', { method: 'POST' })).toBeUndefined();
});

test('X-01 a posted link opens the app at the scan; only when a person goes there', async () => {
  built();
  const { ask } = aBrowser(new Map());
  for (const path of ['/R/ABC123', '/r/ABC123', '/R/ABC123/', '/R/ABC123?from=singlemessage&isappinstalled=0'])
    expect(await ask(path, { mode: 'navigate' })).toBe('redirect /app/#/pages/scan/index?code=ABC123');
  expect(await ask('/R/ABC123')).toBeUndefined();
  expect(await ask('/R/ABC/123', { mode: 'navigate' })).toBeUndefined();
});

test('another build is another version; once it is active the former one’s files are gone, and nobody else’s', async () => {
  built();
  const held = new Map<string, Set<string>>([['somebody-else', new Set()]]);
  await aBrowser(held).happen('install');
  const [, former] = held.keys();
  writeFileSync(join(folder, 'js/app.1.js'), 'two');
  built();
  const second = aBrowser(held);
  await second.happen('install');
  expect(held.size).toBe(3);
  await second.happen('activate');
  expect([...held.keys()]).not.toContain(former);
  expect(held.size).toBe(2);
  expect(held.has('somebody-else')).toBe(true);
});

test('the same files give the same worker, so that nothing is fetched anew for nothing', () => {
  built();
  const first = readFileSync(join(folder, 'sw.js'), 'utf8');
  built();
  expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toBe(first);
});
