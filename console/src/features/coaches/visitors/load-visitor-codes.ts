import type { Client } from '@tongcheng/shared/client';
import type { InvitationRow } from '@tongcheng/shared/oversight/wire';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { ServerReply } from '../../../client/use-query';
import { type VisitorRow, visitorRows } from './visitor-rows';

const pageSize = 200;

/** The stations of a city with the visitor codes that hold now. */
export const loadVisitorCodes =
  (city: string) =>
  async ({ call }: Client): Promise<ServerReply<readonly VisitorRow[]>> => {
    const told = await call('oversight.get-settings', { city });
    if (!told.ok) return told;
    const invitations: InvitationRow[] = [];
    for (let after: number | undefined; ; ) {
      const page = await call('oversight.list-invitations', {
        ...{ city, limit: pageSize },
        ...(after !== undefined && { after }),
      });
      if (!page.ok) return page;
      invitations.push(...page.value.invitations);
      after = page.value.next;
      if (after === undefined) break;
    }
    const stations = blockOf(told.value.settings, 'coaches')?.stations ?? [];
    return { ok: true, value: visitorRows(stations, invitations) };
  };
