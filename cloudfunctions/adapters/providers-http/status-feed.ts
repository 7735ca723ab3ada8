import { statusColours } from '@tongcheng/shared/status-colours';
import * as z from 'zod';
import type { StatusFeed } from '../../ports/status-feed';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const at = z.number().int().min(0);
const Followed = z.object({
  subject: z.string().min(1).max(60),
  status: z
    .strictObject({ colour: z.enum(statusColours), issuedAt: at, expiresAt: at, source: z.string().min(1).max(60) })
    .nullable(),
  test: z.strictObject({ result: z.enum(['negative', 'positive']), takenAt: at }).nullable(),
});
const Now = z.object({ statuses: z.array(Followed).max(50) });
const Changes = z.object({
  changes: z.array(Followed).max(200),
  next: z.string().min(1).max(200),
  more: z.boolean(),
  asOf: at,
});
const path = (operation: string) => `/providers/health-code/feed/${operation}`;

/** Statuses in bulk at `/providers/health-code/feed`: each answer signed by the platform, as every status is. */
export function httpStatusFeed(to: ProviderAddress): StatusFeed {
  return {
    follow: async (holders) => (await signedCall(to, path('follow'), { holders }, Now)).statuses,
    leave: async (subjects) => {
      await signedCall(to, path('leave'), { subjects }, z.object({}));
    },
    changes: (after) => signedCall(to, path('changes'), after === undefined ? {} : { after }, Changes),
  };
}
