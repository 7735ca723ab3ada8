import * as z from 'zod';
import { smsNotifier } from '../../../adapters/tencent/sms-alerts';
import { choice } from '../../choice';
import type { OutsideNeeds } from '../outside';
import { tencentAccount, tencentSettings } from '../tencent';

const settings = z.object({
  ...tencentSettings,
  /** The application of the short-message service. */
  TONGCHENG_SMS_APP_ID: z.string().min(1),
  /** The approved signature before each message. */
  TONGCHENG_SMS_SIGNATURE: z.string().min(1),
  /** The approved template of a report that was not delivered; its two places are the city and the day. */
  TONGCHENG_SMS_TEMPLATE_UNDELIVERED: z.string().min(1),
  /** The approved template of appeals that wait for an answer; the same places. */
  TONGCHENG_SMS_TEMPLATE_APPEALS: z.string().min(1),
});

const places = ['city', 'day'];

/** Short messages of Tencent Cloud. */
export const tencentSms = choice(settings, (given, { clock }: OutsideNeeds) =>
  smsNotifier({
    account: tencentAccount(given, clock),
    region: given.TONGCHENG_TENCENT_REGION,
    appId: given.TONGCHENG_SMS_APP_ID,
    signature: given.TONGCHENG_SMS_SIGNATURE,
    templates: {
      'report-undelivered': { id: given.TONGCHENG_SMS_TEMPLATE_UNDELIVERED, places },
      'appeals-waiting': { id: given.TONGCHENG_SMS_TEMPLATE_APPEALS, places },
    },
  }),
);
