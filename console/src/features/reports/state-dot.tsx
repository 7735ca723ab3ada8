import type { DayState } from './day-states';

const marks: Readonly<Record<DayState, JSX.Element>> = {
  none: <path d="M6 10h8" />,
  formed: <circle cx="10" cy="10" r="6" />,
  'under-way': (
    <>
      <circle cx="10" cy="10" r="6" />
      <path className="solid" d="M10 4a6 6 0 0 0 0 12z" />
    </>
  ),
  trouble: <path d="M5 5l10 10M15 5L5 15" />,
  sent: <circle className="solid" cx="10" cy="10" r="6" />,
};

/** A state as a shape: dash, ring, half, cross, full dot. Not green or red: those belong to verdicts. */
export const StateDot = ({ state }: { readonly state: DayState }) => (
  <svg className={`dot dot-${state}`} viewBox="0 0 20 20" aria-hidden="true">
    {marks[state]}
  </svg>
);
