import type { Source } from './sources';

const exported = /^export (?:default |async |abstract |declare )*(?:const|function\*?|interface|type|class|enum) \w+/;

/** What tells its promise itself: an operation by its summary, a function's door by the list before it. */
const tellsItself = /^export const \w+ = (?:endpoint|serve)\(/;

/** Exports without a doc comment, as `file:line name`. A comment holds for its paragraph: for what follows without an empty line. */
export const undocumented = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    let isTold = false;
    return text.split('\n').flatMap((line, at) => {
      if (line.trim() === '') isTold = false;
      if (line.startsWith('/**')) isTold = true;
      if (isTold || !exported.test(line) || tellsItself.test(line)) return [];
      return [`${path}:${at + 1} ${line.split(/[=({<:]/)[0]?.trim() ?? ''}`];
    });
  });
