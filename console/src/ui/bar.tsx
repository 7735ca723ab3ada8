/** One horizontal bar, `part` of `whole`, for a cell beside its figure. Says nothing that the figure does not, so readers skip it. */
export const Bar = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="bar-ground" width="100" height="8" />
    <rect className="bar-part" width={whole === 0 ? 0 : (100 * part) / whole} height="8" />
  </svg>
);
