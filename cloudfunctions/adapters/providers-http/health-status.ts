import { statusColours } from '@tongcheng/shared/status-colours';
import * as z from 'zod';
import type { HealthStatusSource } from '../../ports/health-status';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const at = z.number().int().min(0);
const Answer = z.object({
  status: z
    .strictObject({ colour: z.enum(statusColours), issuedAt: at, expiresAt: at, source: z.string().min(1).max(60) })
    .nullable(),
  elsewhere: z.enum(['wechat', 'alipay']).exactOptional(),
  test: z.strictObject({ result: z.enum(['negative', 'positive']), takenAt: at }).nullable(),
});

/** The health-code platform at `/providers/health-code`, asked in the interface style of GB/T 38963. */
export function httpHealthStatus(to: ProviderAddress): HealthStatusSource {
  return { of: (person) => signedCall(to, '/providers/health-code/status', person, Answer) };
}
