import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import { maskDocument, maskName } from '@tongcheng/shared/identity/masks';
import type { ArrivalBook } from './arrival-book';

type Told = ArrivalBook['waiting'][number]['event'];
type Phase = NonNullable<ArrivalBook['open']>['departure']['phase'];

/** Somebody added here whom the service does not know yet. */
interface AddedHere {
  readonly eventId: string;
  readonly maskedName: string;
  readonly maskedDocument: string;
}

/** The open trip as it is with what this phone told of it, delivered or not, since it was last looked at. */
export interface ToldTrip {
  readonly rows: readonly ManifestRow[];
  readonly addedHere: readonly AddedHere[];
  readonly phase: Phase;
  /** How often it was opened again after it was closed. */
  readonly reopenings: number;
}

const none: ToldTrip = { rows: [], addedHere: [], phase: 'open', reopenings: 0 };

/** What the officer sees at once, with a network and without one. */
export function toldTrip({ open, waiting, taken = [] }: ArrivalBook): ToldTrip {
  if (!open) return none;
  const told = [...taken, ...waiting].flatMap(({ departureId, event }) =>
    departureId === open.departure.departureId ? [event] : [],
  );
  return {
    rows: rowsAfter(open.rows, told),
    addedHere: told.flatMap((event) => (event.kind === 'added' ? [addedOf(event)] : [])),
    phase: told.reduce(phaseAfter, open.departure.phase),
    reopenings: (open.departure.reopenings ?? 0) + told.filter(({ kind }) => kind === 'reopened').length,
  };
}

function rowsAfter(rows: readonly ManifestRow[], told: readonly Told[]): readonly ManifestRow[] {
  const seen = new Map(
    told.flatMap((event) =>
      event.kind === 'present' || event.kind === 'absent' ? [[event.passenger, event.kind] as const] : [],
    ),
  );
  return rows.map((row) => {
    const presence = seen.get(row.passenger) ?? row.presence;
    return presence === undefined ? row : { ...row, presence };
  });
}

const addedOf = ({ eventId, whom }: Extract<Told, { readonly kind: 'added' }>): AddedHere => ({
  eventId,
  maskedName: maskName(whom.name),
  maskedDocument: maskDocument(whom.documentNumber),
});

function phaseAfter(phase: Phase, { kind }: Told): Phase {
  if (kind === 'closed') return 'closed';
  if (kind === 'reopened') return 'arrived';
  return kind === 'arrived' && (phase === 'open' || phase === 'departed') ? 'arrived' : phase;
}
