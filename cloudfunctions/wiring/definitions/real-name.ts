import * as z from 'zod';
import { httpRealName } from '../../adapters/providers-http/real-name';
import { faceIdRealName } from '../../adapters/tencent/face-id-names';
import type { RealName } from '../../ports/real-name';
import { adapterOption } from '../adapter-option';
import {
  type AdapterNeeds,
  atProviders,
  guarded,
  providerSettings,
  providersAt,
  type ServiceNeeds,
} from '../outside-service';
import { definePort } from '../port-definition';
import { tencentAccount, tencentSettings } from './tencent-account';

/** The real-name check. Outside services stand behind a breaker of their own each, whatever adapter speaks to them. */
export const realName = definePort<ServiceNeeds, RealName>({
  chosenBy: 'TONGCHENG_REAL_NAME',
  wrap: ({ check }, needs) => ({ check: guarded(needs, 'real-name', check) }),
});

/** The real-name check at the product's own provider interface. */
export const realNameAtProviders = () => atProviders(httpRealName);

/** Resident IDs and mainland phones at Tencent Cloud FaceID; whoever has others is sent to a service desk. */
export const tencentFaceId = () =>
  adapterOption(
    z.object(tencentSettings),
    (given, { clock }: AdapterNeeds): RealName => faceIdRealName(tencentAccount(given, clock), clock),
  );

/** The same, and what it does not cover is asked at the product's own provider interface. */
export const tencentFaceIdThenProviders = () =>
  adapterOption(z.object({ ...tencentSettings, ...providerSettings.shape }), (given, needs: AdapterNeeds): RealName => {
    const first = faceIdRealName(tencentAccount(given, needs.clock), needs.clock);
    const second = httpRealName(providersAt(given, needs));
    return {
      check: async (person) => {
        const answer = await first.check(person);
        return answer === 'not-covered' ? second.check(person) : answer;
      },
    };
  });
