import * as z from 'zod';
import type { Clock } from '../../ports/clock';
import type { FaceCheck } from '../../ports/face-check';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type TencentAccount, TencentRefused, tencentApi } from './tencent-api';

/** A token opens page and outcome for two hours. */
const tokenMs = 7_200_000;

const Begun = z.object({ BizToken: z.string().min(1), Url: z.url({ protocol: /^https$/ }) });
const code = z.number().int().nullish();
const Looked = z.object({
  Text: z.object({ ErrCode: code, LiveStatus: code, Comparestatus: code, IdCard: z.string().nullish() }),
});

/** Codes by which the service says that a token is over. */
const gone = new Set(['InvalidParameterValue.BizTokenExpired', 'InvalidParameterValue.BizTokenIllegal']);
/** Codes of an outcome that say nothing about the person: the service itself failed. */
const faults = new Set([3, 4, 8, 9, 10, 11]);

/** The face check of Tencent Cloud FaceID on its own page (DetectAuth, GetDetectInfoEnhanced). Only texts of an outcome are asked for, no pictures. */
export function faceIdFaceCheck(account: TencentAccount, ruleId: string, clock: Clock): FaceCheck {
  const call = tencentApi({ name: 'faceid', version: '2018-03-01' }, account);
  const outcomeOf = async (checkId: string) => {
    try {
      return await call('GetDetectInfoEnhanced', { BizToken: checkId, RuleId: ruleId, InfoType: '1' }, Looked);
    } catch (fault) {
      if (fault instanceof TencentRefused && gone.has(fault.code)) return undefined;
      throw fault;
    }
  };
  return {
    begin: async ({ name, documentNumber, returnUrl }) => {
      const question = { RuleId: ruleId, IdCard: documentNumber, Name: name, RedirectUrl: returnUrl };
      const { BizToken: checkId, Url: url } = await call('DetectAuth', question, Begun);
      return { checkId, url, endsAt: clock.now() + tokenMs };
    },
    outcome: async ({ checkId, documentNumber }) => {
      const looked = await outcomeOf(checkId);
      if (!looked) return 'failed';
      const { ErrCode, LiveStatus, Comparestatus, IdCard } = looked.Text;
      if (ErrCode === null || ErrCode === undefined) return 'pending';
      if (faults.has(ErrCode)) throw new ServiceUnavailable('the face check failed by itself');
      // The number is compared too: a token of somebody else's check, sent in by a phone, proves nothing about this person.
      const passed = ErrCode === 0 && LiveStatus === 0 && Comparestatus === 0 && IdCard === documentNumber;
      return passed ? 'passed' : 'failed';
    },
  };
}
