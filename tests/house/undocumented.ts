import type { Source } from './sources';

const exported = /^export (?:default |async |abstract |declare )*(?:const|function\*?|interface|type|class|enum) \w+/;

/** What tells its promise itself: an operation by its summary, a function's entry by the list before it. */
const needsNoComment = /^export const \w+ = (?:endpoint|serve)\(/;

/** Exports without a doc comment, as `file:line name`. A comment holds for its paragraph: for what follows without an empty line. */
export const undocumented = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    let isDocumented = false;
    return text.split('\n').flatMap((line, at) => {
      if (line.trim() === '') isDocumented = false;
      if (line.startsWith('/**')) isDocumented = true;
      if (isDocumented || !exported.test(line) || needsNoComment.test(line)) return [];
      return [`${path}:${at + 1} ${line.split(/[=({<:]/)[0]?.trim() ?? ''}`];
    });
  });
