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

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('X-11 a long step of a first start prints that it goes on, returns what it made, and prints no more when it is over', async () => {
  const said = await heard(async () => {
    expect(await sayWhile('packages', () => rest(130).then(() => 'made'), 40)).toBe('made');
    await rest(60);
  });
  const lines = said.trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.length).toBeLessThanOrEqual(3);
  for (const line of lines) expect(line).toMatch(/^packages: 0\.\d s so far …$/);
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
