import * as z from 'zod';
import { gb38963HealthStatus } from '../../adapters/gb38963/health-status';
import { httpHealthStatus } from '../../adapters/providers-http/health-status';
import type { HealthStatusSource } from '../../ports/health-status';
import { adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import { type AdapterNeeds, atProviders, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** The health-code platform. */
export const healthStatus = definePort<ServiceNeeds, HealthStatusSource>({
  chosenBy: 'TONGCHENG_HEALTH_STATUS',
  wrap: ({ of, handover }, needs) => ({
    of: guarded(needs, 'health-status', of),
    ...(handover && {
      handover: {
        begin: guarded(needs, 'health-status.handover', handover.begin),
        outcome: guarded(needs, 'health-status.outcome', handover.outcome),
      },
    }),
  }),
});

/** Health status at the product's own provider interface. */
export const healthStatusAtProviders = () => atProviders(httpHealthStatus);

/** A health-code platform in the interface style of GB/T 38963. */
export const gb38963 = () =>
  adapterOption(
    z.object({
      /** 健康码平台地址。 Address of the health-code platform. */
      TONGCHENG_HEALTH_PLATFORM_URL: webAddress,
      /** 平台分配的应用名。 What the platform calls this installation. */
      TONGCHENG_HEALTH_PLATFORM_APP_ID: z.string().min(1),
      /** 双方签名用的密钥（HMAC-SM3），至少 32 位。 The secret that both sign with (HMAC-SM3), at least 32 characters. */
      TONGCHENG_HEALTH_PLATFORM_SECRET: z.string().min(32),
    }),
    (given, { clock }: AdapterNeeds) =>
      gb38963HealthStatus(
        {
          url: given.TONGCHENG_HEALTH_PLATFORM_URL,
          appId: given.TONGCHENG_HEALTH_PLATFORM_APP_ID,
          secret: given.TONGCHENG_HEALTH_PLATFORM_SECRET,
        },
        clock,
      ),
  );
