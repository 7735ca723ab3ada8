import type { InvitationRow } from '@tongcheng/shared/oversight/wire';
import type { Text } from '@tongcheng/shared/text';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';

/** A code that is posted. */
type VisitorCode = Pick<InvitationRow, 'invitationId' | 'invitedBy' | 'invitedAt' | 'expiresAt'>;

/** A station with a code of it; one that has two stands twice, so that either can be revoked. */
export interface VisitorRow {
  readonly stationId: string;
  /** Absent of a station that the settings no longer name: its code holds until it is revoked. */
  readonly name?: Text;
  readonly code?: VisitorCode;
}

/** Whose code it is; visitor codes are of one station each. */
const stationOf = ({ scope }: InvitationRow): string | undefined =>
  scope.kind === 'stations' ? scope.stationIds[0] : undefined;

/** The stations of a city with their codes, in the order of the settings; codes of former stations come last. */
export function visitorRows(stations: readonly CoachStation[], codes: readonly InvitationRow[]): readonly VisitorRow[] {
  const rows = stations.flatMap(({ stationId, name }): readonly VisitorRow[] => {
    const own = codes.filter((code) => stationOf(code) === stationId);
    return own.length === 0 ? [{ stationId, name }] : own.map((code) => ({ stationId, name, code }));
  });
  const known = new Set<string | undefined>(stations.map(({ stationId }) => stationId));
  const former = codes.filter((code) => !known.has(stationOf(code)));
  return [...rows, ...former.map((code) => ({ stationId: stationOf(code) ?? '', code }))];
}
