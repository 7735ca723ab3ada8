import { useState } from 'react';

/** Cursors of the pages walked through so far; the first page has none. */
export const usePages = () => {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    after: cursors[cursors.length - 1],
    number: cursors.length,
    forward: (next: string) => setCursors([...cursors, next]),
    back: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
};
