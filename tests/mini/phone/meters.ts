/** Cost of the traffic from the program to the drawn pages: times and bytes of `setData`, by page. */
export interface Meters {
  drew(page: string, bytes: number): void;
  /** Since the last time it was read. */
  read(): { readonly times: number; readonly bytes: number; readonly largest: number };
}

/** Meters at nought. */
export function metersOf(): Meters {
  let drawings: number[] = [];
  return {
    drew: (_page, bytes) => drawings.push(bytes),
    read: () => {
      const seen = drawings;
      drawings = [];
      return { times: seen.length, bytes: seen.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...seen) };
    },
  };
}
