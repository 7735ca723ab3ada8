import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import type { ArrivalBook } from './arrival-book';

/** The rows of the open trip as they will be once what waits on this phone is delivered; whom this phone added stands there after the delivery. */
export function rowsWithTold({ open, waiting }: ArrivalBook): readonly ManifestRow[] {
  if (!open) return [];
  const told = new Map(
    waiting.flatMap(({ departureId, event }) =>
      departureId === open.departure.departureId && (event.kind === 'present' || event.kind === 'absent')
        ? [[event.passenger, event.kind] as const]
        : [],
    ),
  );
  return open.rows.map((row) => {
    const presence = told.get(row.passenger) ?? row.presence;
    return presence === undefined ? row : { ...row, presence };
  });
}
