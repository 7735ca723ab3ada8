import * as z from 'zod';
import { httpFaceCheck } from '../../adapters/providers-http/face-check';
import { faceIdFaceCheck } from '../../adapters/tencent/face-id-faces';
import type { FaceCheck } from '../../ports/face-check';
import { adapterOption } from '../adapter-option';
import { type AdapterNeeds, atProviders, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';
import { tencentAccount, tencentSettings } from './tencent-account';

/** Whether the person before a phone's camera is the one of a document; undefined where an installation has no such service. */
export const faceCheck = definePort<ServiceNeeds, FaceCheck | undefined>({
  chosenBy: 'TONGCHENG_FACE_CHECK',
  wrap: (made, needs) =>
    made && {
      begin: guarded(needs, 'face-check', made.begin),
      outcome: guarded(needs, 'face-check.outcome', made.outcome),
    },
});

/** No face check: accounts are proven by a device, a desk or a platform. */
export const noFaceCheck = () => adapterOption(z.object({}), (): FaceCheck | undefined => undefined);

/** The face check at the product's own provider interface. */
export const faceCheckAtProviders = () => atProviders((to): FaceCheck | undefined => httpFaceCheck(to));

/** Tencent Cloud FaceID, on its own page. */
export const tencentFaces = () =>
  adapterOption(
    z.object({
      ...tencentSettings,
      /** 在人脸核身控制台为本产品建的业务流程（RuleId）。 The business flow (RuleId) that was set up for this product in FaceID's console. */
      TONGCHENG_FACE_CHECK_RULE_ID: z.string().min(1),
    }),
    (given, { clock }: AdapterNeeds): FaceCheck | undefined =>
      faceIdFaceCheck(tencentAccount(given, clock), given.TONGCHENG_FACE_CHECK_RULE_ID, clock),
  );
