import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadMentions, decisionFaults, type TextFile } from './decisions';
import { wholeTree } from './sources';

const root = join(__dirname, '..', '..');
const pagesOf = (folder: string): readonly TextFile[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }));

const isIndex = ({ path }: TextFile) => path.endsWith('README.md');
const pages = pagesOf('docs/decisions');
const records = pages.filter((page) => !isIndex(page));
const index = pages.find(isIndex)?.text ?? '';

test('decision records have one form, names that follow their titles, and an index', () => {
  expect(records.length).toBeGreaterThan(80);
  expect(decisionFaults(records, index)).toEqual([]);
});

test('code and documents name only decisions that exist', () => {
  const files = [...wholeTree(), ...pagesOf('.'), ...pagesOf('docs'), ...records];
  const elsewhere = files.filter(({ path }) => path !== 'tests/house/decisions.test.ts');
  expect(elsewhere.filter(({ text }) => /decisions?[ /]\d{3}/.test(text)).length).toBeGreaterThan(50);
  expect(elsewhere.flatMap((file) => deadMentions(file, records))).toEqual([]);
});

const record = (name: string, text: string): TextFile => ({ path: `docs/decisions/${name}`, text });
const body = '\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## What we accept\n\nC.\n';
const first = record('001-short-code.md', `# 001 Short code${body}`);
const second = record('002-ride-code.md', `# 002 Ride code${body}`);
const rowOf = (number: string, title: string, file: string) => `| ${number} | [${title}](${file}) | Why. |`;
const [row, next] = [rowOf('001', 'Short code', '001-short-code.md'), rowOf('002', 'Ride code', '002-ride-code.md')];
const faults = (given: readonly TextFile[], ...rows: readonly string[]) =>
  decisionFaults(given, `# Decisions\n\n## Venues\n\n${rows.join('\n')}\n`);

describe('the guard has failed once', () => {
  test('for nothing that is right', () => expect(faults([first, second], row, next)).toEqual([]));

  test('for a number that two records have', () => {
    const other = record('001-ride-code.md', `# 001 Ride code${body}`);
    expect(faults([first, other], row, rowOf('001', 'Ride code', '001-ride-code.md'))).toEqual(['001: two records']);
  });

  test.each([
    ['another form of the title', `# 001 · Short code${body}`],
    ['a name that does not follow the title', `# 001 Long code${body}`],
    ['sections in another order', '# 001 Short code\n\n## Decision\n\n## Context\n\n## What we accept\n'],
    ['a section that is missing', '# 001 Short code\n\n## Context\n\n## Decision\n'],
    ['a heading that records do not have', `# 001 Short code${body}\n## Later\n`],
    ['a link that leads nowhere', `# 001 Short code${body}[two](002-gone.md)`],
  ])('for %s', (_what, text) => {
    expect(faults([record('001-short-code.md', text)], row).length).toBeGreaterThan(0);
  });

  test('for an index that is incomplete, out of order, or has a row too many', () => {
    expect(faults([first, second], row)).toEqual(['index: no row 002,Ride code,002-ride-code.md']);
    expect(faults([first, second], next, row)).toEqual(['index: not in order: 002 001']);
    expect(faults([first], row, next)).toEqual(['index: stray row 002,Ride code,002-ride-code.md']);
    expect(faults([first], row, row)).toEqual(['index: stray row 001,Short code,001-short-code.md']);
  });

  test('for a mention of a decision that does not exist', () => {
    const text =
      'See docs/decisions/001, decision 009, docs/decisions/001-gone.md and docs/decisions/002-ride-code.md.';
    expect(deadMentions({ path: 'x.ts', text }, [first, second])).toEqual([
      'x.ts: no decision 009',
      'x.ts: no decision 001-gone.md',
    ]);
  });
});
