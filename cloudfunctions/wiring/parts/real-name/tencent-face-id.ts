import * as z from 'zod';
import { httpRealName } from '../../../adapters/providers-http/real-name';
import { faceIdRealName } from '../../../adapters/tencent/face-id-names';
import type { RealName } from '../../../ports/real-name';
import { choice } from '../../choice';
import { type OutsideNeeds, providerSettings, providersAt } from '../outside';
import { tencentAccount, tencentSettings } from '../tencent';

/** Resident IDs and mainland phones at Tencent Cloud FaceID; whoever has others is sent to a service desk. */
export const tencentFaceId = choice(
  z.object(tencentSettings),
  (given, { clock }: OutsideNeeds): RealName => faceIdRealName(tencentAccount(given, clock), clock),
);

/** The same, and what it does not cover is asked at the product's own provider interface. */
export const tencentFaceIdThenProviders = choice(
  z.object({ ...tencentSettings, ...providerSettings.shape }),
  (given, needs: OutsideNeeds): RealName => {
    const first = faceIdRealName(tencentAccount(given, needs.clock), needs.clock);
    const second = httpRealName(providersAt(given, needs));
    return {
      check: async (person) => {
        const answer = await first.check(person);
        return answer === 'not-covered' ? second.check(person) : answer;
      },
    };
  },
);
