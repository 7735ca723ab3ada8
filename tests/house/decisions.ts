import { dirname, posix } from 'node:path';

/** A file that is read as text, by its path from the root. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const folder = 'docs/decisions';
const sections = ['Context', 'Options', 'Decision', 'What we accept'];
const heading = /^# (\d{3}) ([A-Z].*)$/;

/** What is wrong with the decision records and their index: numbers, headings, file names, rows, links. */
export function decisionFaults(records: readonly TextFile[], index: string): readonly string[] {
  const numbers = records.map(({ path }) => numberOf(path));
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  return [
    ...twice.map((number) => `${number}: two records`),
    ...records.flatMap(formFaults),
    ...indexFaults(records, index),
    ...records.flatMap((record) => deadLinks(record, records)),
  ];
}

/** Mentions of records that do not exist, by number or by file name, wherever they stand. */
export function deadMentions({ path, text }: TextFile, records: readonly TextFile[]): readonly string[] {
  const names = records.map((record) => posix.basename(record.path));
  const byNumber = [...text.matchAll(/(?:decisions\/|\bdecisions? )(\d{3})\b(?!-)/g)]
    .map(([, number = '']) => number)
    .filter((number) => !names.some((name) => name.startsWith(number)));
  const byName = [...text.matchAll(/decisions\/(\d{3}-[\w-]+\.md)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !names.includes(name));
  return [...byNumber, ...byName].map((mentioned) => `${path}: no decision ${mentioned}`);
}

const numberOf = (path: string): string => posix.basename(path).slice(0, 3);
const titleOf = ({ text }: TextFile): string => heading.exec(text.split('\n')[0] ?? '')?.[2] ?? '';
const nameFor = (number: string, title: string): string =>
  `${number}-${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.md`;

function formFaults(record: TextFile): readonly string[] {
  const { path, text } = record;
  const [, number = ''] = heading.exec(text.split('\n')[0] ?? '') ?? [];
  if (number === '') return [`${path}: the first line is not "# 000 Title"`];
  const found = [...text.matchAll(/^#+ .*$/gm)].slice(1).map(([line]) => line);
  const named = sections.filter((section) => section !== 'Options' || found.includes('## Options'));
  return [
    ...(posix.basename(path) === nameFor(number, titleOf(record))
      ? []
      : [`${path}: its name does not follow its title`]),
    ...(found.join() === named.map((section) => `## ${section}`).join()
      ? []
      : [`${path}: its sections are not ${sections.join(', ')}`]),
  ];
}

/** Every record has one row with its title, its file and what was decided; within a group rows go by number. */
function indexFaults(records: readonly TextFile[], index: string): readonly string[] {
  const groups = index
    .split(/^## /m)
    .slice(1)
    .map((group) => [...group.matchAll(/^\| (\d{3}) \| \[(.+?)\]\((.+?)\) \| (\S.*) \|$/gm)]);
  const rows = groups.flat().map(([, number, title, file]) => [number, title, file].join());
  const wanted = records.map((record) => {
    const number = numberOf(record.path);
    return [number, titleOf(record), posix.basename(record.path)].join();
  });
  const disordered = groups
    .map((rows) => rows.map(([, number = '']) => number))
    .filter((numbers) => numbers.join() !== [...numbers].sort().join());
  return [
    ...wanted.filter((row) => !rows.includes(row)).map((row) => `index: no row ${row}`),
    ...rows
      .filter((row, at) => !wanted.includes(row) || rows.indexOf(row) !== at)
      .map((row) => `index: stray row ${row}`),
    ...disordered.map((numbers) => `index: not in order: ${numbers.join(' ')}`),
  ];
}

const deadLinks = ({ path, text }: TextFile, records: readonly TextFile[]): readonly string[] =>
  [...text.matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g)]
    .map(([, to = '']) => posix.join(dirname(path), to))
    .filter((to) => dirname(to) === folder && !records.some((record) => record.path === to))
    .map((to) => `${path} -> ${to}`);
