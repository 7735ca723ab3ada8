import * as z from 'zod';
import type { Alert, AlertAnswer, AlertKind, Notifier } from '../../ports/notifier';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type TencentAccount, tencentApi } from './tencent-api';

/** The account's signature and templates, all approved by the operator beforehand. */
export interface SmsOptions {
  readonly account: TencentAccount;
  readonly region: string;
  readonly appId: string;
  readonly signature: string;
  /** Of each kind: its template, and which words fill its places in order. */
  readonly templates: Partial<Readonly<Record<AlertKind, { readonly id: string; readonly places: readonly string[] }>>>;
}

const Sent = z.object({
  SendStatusSet: z.tuple([z.object({ SerialNo: z.string(), Code: z.string() })]),
});

const noAddress = new Set([
  'InvalidParameterValue.IncorrectPhoneNumber',
  'UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone',
]);
const notAgreed = new Set(['FailedOperation.PhoneNumberInBlacklist']);
const notAccepted =
  /^(FailedOperation\.(ContainSensitiveWord|TemplateIncorrectOrUnapproved|SignatureIncorrectOrUnapproved|FailResolvePacket)|InvalidParameterValue\..+|MissingParameter.*)$/;

/** Short messages of Tencent Cloud. The service has no key against doubles: where its answer is lost, a second message may follow. */
export function smsNotifier({ account, region, appId, signature, templates }: SmsOptions): Notifier {
  const call = tencentApi({ name: 'sms', version: '2021-01-11', region }, account);
  return {
    send: async (alert) => {
      const template = templates[alert.kind];
      if (alert.medium !== 'sms' || !template) return { is: 'nowhere' };
      const question = {
        PhoneNumberSet: [worldwide(alert.address)],
        SmsSdkAppId: appId,
        SignName: signature,
        TemplateId: template.id,
        TemplateParamSet: template.places.map((place) => wordOf(alert, place)),
        SessionContext: alert.alertId,
      };
      const [status] = (await call('SendSms', question, Sent)).SendStatusSet;
      return status.Code === 'Ok' ? { is: 'taken', reference: status.SerialNo } : refused(status.Code);
    },
  };
}

const worldwide = (phone: string) => (phone.startsWith('+') ? phone : `+86${phone}`);

function wordOf({ words, kind }: Alert, place: string): string {
  const word = words[place];
  if (word === undefined) throw new Error(`the template of ${kind} has a place that the alert does not fill: ${place}`);
  return word;
}

/** Limits a minute, an hour, a day and an empty purse pass; what they stop is tried again. */
function refused(code: string): AlertAnswer {
  if (notAgreed.has(code)) return { is: 'refused', why: 'not-agreed', code };
  if (noAddress.has(code)) return { is: 'refused', why: 'no-address', code };
  if (notAccepted.test(code)) return { is: 'refused', why: 'not-accepted', code };
  throw new ServiceUnavailable(`the service refused: ${code.slice(0, 80)}`, { done: 'nothing' });
}
