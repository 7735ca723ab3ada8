import type { Source } from './sources';

const words = [
  'util',
  'helper',
  'common',
  'misc',
  'base',
  'manager',
  'process',
  'handle',
  'data',
  'info',
  'item',
  'impl',
];

/** Tencent's product is called so. */
const vendors = /CloudBase|cloudBase|cloudbase/g;

/** Files and exported names with a word in them that says nothing (rule 20 of the house), or with an I for interface. */
export const emptyWords = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    const exported = [...text.matchAll(/^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm)];
    return [...(isEmpty(path) ? [path] : []), ...exported.map(([, name = '']) => name).filter(isEmpty)];
  });

function isEmpty(name: string): boolean {
  const plain = name.replace(vendors, '');
  if (/^I[A-Z][a-z]/.test(plain)) return true;
  const parts = plain
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return parts.some((part) => words.some((word) => [word, `${word}s`, `${word}es`].includes(part)));
}
