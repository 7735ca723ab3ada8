import type { LedgerDeparture } from '@tongcheng/shared/coaches/ledger/wire';
import { idWithMoment } from '@tongcheng/shared/ids';
import { dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault } from '../../../vault/vault';
import { departureEvents } from '../departure-event-record';
import { markOfPlate } from '../record-event';

/** Who answers for what a ledger tells: whoever imports it tells the same. */
export const markOfLedger = 'ledger';

/** The departure that a ledger means. */
export interface FoundDeparture {
  readonly departureId: string;
  /** A crew registered it: the ledger adds passengers and says nothing of the departure itself. */
  readonly isCrews: boolean;
}

/** The departure of a coach at a time: a crew's where there is one, else the ledger's own, whose id follows from coach and time. */
export async function findDeparture(
  store: DocumentStore,
  day: DayVault,
  city: string,
  { departsAt, plate }: Pick<LedgerDeparture, 'departsAt' | 'plate'>,
): Promise<FoundDeparture> {
  const coach = markOfPlate(day, plate);
  const where = { day: dayOf(departsAt), city, kind: 'opened', coach } as const;
  for await (const batch of store.stream(departureEvents, { where }))
    for (const { event, departureId, by } of batch)
      if (event.kind === 'opened' && event.departsAt === departsAt && by !== markOfLedger)
        return { departureId, isCrews: true };
  return { departureId: idWithMoment(day.pseudonym(`ledger:${plate}:${departsAt}`), departsAt), isCrews: false };
}
