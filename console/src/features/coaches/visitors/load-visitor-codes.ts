import type { Client } from '@tongcheng/shared/client';
import type { InvitationRow } from '@tongcheng/shared/oversight/wire';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { Asking } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { type VisitorRow, visitorRows } from './visitor-rows';

const pageSize = 200;

type Call = Asking<'oversight.get-settings' | 'oversight.list-invitations'>['call'];

/** The visitor codes of a city that hold now. */
export async function loadVisitorCodes(call: Call, city: string): Promise<ServerReply<readonly InvitationRow[]>> {
  const codes: InvitationRow[] = [];
  for (let after: number | undefined; ; ) {
    const page = await call('oversight.list-invitations', {
      ...{ city, limit: pageSize },
      ...(after !== undefined && { after }),
    });
    if (!page.ok) return page;
    codes.push(...page.value.invitations.filter(({ visitors }) => visitors));
    after = page.value.next;
    if (after === undefined) return { ok: true, value: codes };
  }
}

/** The stations of a city with these codes. */
export async function loadStations(
  call: Call,
  city: string,
  codes: readonly InvitationRow[],
): Promise<ServerReply<readonly VisitorRow[]>> {
  const told = await call('oversight.get-settings', { city });
  if (!told.ok) return told;
  const stations = blockOf(told.value.settings, 'coaches')?.stations ?? [];
  return { ok: true, value: visitorRows(stations, codes) };
}

/** Both for a screen. */
export const loadVisitorRows =
  (city: string) =>
  async ({ call }: Client): Promise<ServerReply<readonly VisitorRow[]>> => {
    const codes = await loadVisitorCodes(call, city);
    return codes.ok ? loadStations(call, city, codes.value) : codes;
  };
