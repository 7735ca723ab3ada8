import * as z from 'zod';
import { gb38963HealthStatus } from '../../../adapters/gb38963/health-status';
import { choice } from '../../choice';
import { webAddress } from '../../installation';
import type { OutsideNeeds } from '../outside';

const settings = z.object({
  /** Address of the health-code platform. */
  TONGCHENG_HEALTH_PLATFORM_URL: webAddress,
  /** What the platform calls this installation. */
  TONGCHENG_HEALTH_PLATFORM_APP_ID: z.string().min(1),
  /** The secret that both sign with (HMAC-SM3). */
  TONGCHENG_HEALTH_PLATFORM_SECRET: z.string().min(32),
});

/** A health-code platform in the interface style of GB/T 38963. */
export const gb38963 = choice(settings, (given, { clock }: OutsideNeeds) =>
  gb38963HealthStatus(
    {
      url: given.TONGCHENG_HEALTH_PLATFORM_URL,
      appId: given.TONGCHENG_HEALTH_PLATFORM_APP_ID,
      secret: given.TONGCHENG_HEALTH_PLATFORM_SECRET,
    },
    clock,
  ),
);
