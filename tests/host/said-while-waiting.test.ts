import { sayWhile } from '../../tools/say.mjs';

/** What is said on the terminal meanwhile. */
async function heard(work: () => Promise<unknown>): Promise<string> {
  const said: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return said.join('');
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const rest = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('X-11 a long step of a first start prints that it goes on, returns what it made, and prints no more when it is over', async () => {
  const said = await heard(async () => {
    expect(await sayWhile('packages', () => rest(1_300).then(() => 'made'), 400)).toBe('made');
    await rest(600);
  });
  expect(said.trim().split('\n')).toEqual([
    'packages: 0.4 s so far …',
    'packages: 0.8 s so far …',
    'packages: 1.2 s so far …',
  ]);
});

test('a quick step prints nothing, and neither does one that fails', async () => {
  const failing = () => rest(10).then(() => Promise.reject(new Error('it failed')));
  const said = await heard(async () => {
    await sayWhile('build: h5', () => rest(5), 40);
    await expect(sayWhile('build: h5', failing, 40)).rejects.toThrow('it failed');
    await rest(60);
  });
  expect(said).toBe('');
});
