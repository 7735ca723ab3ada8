import * as z from 'zod';
import { smsNotifier } from '../../adapters/tencent/sms-alerts';
import type { Notifier } from '../../ports/notifier';
import { adapterOption } from '../adapter-option';
import { type AdapterNeeds, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';
import { tencentAccount, tencentSettings } from './tencent-account';

/** Messages outside the app. Nobody waits for them, so the service may be left in peace for longer. */
export const notifier = definePort<ServiceNeeds, Notifier>({
  chosenBy: 'TONGCHENG_NOTIFIER',
  wrap: ({ send }, needs) => ({ send: guarded(needs, 'notifier', send, { failures: 5, restMs: 60_000 }) }),
});

/** No messages outside the app: alerts wait in their outbox, and the log says so. */
export const nowhere = () => adapterOption(z.object({}), (): Notifier => ({ send: async () => ({ is: 'nowhere' }) }));

const places = ['city', 'day'];

/** Short messages of Tencent Cloud. */
export const tencentSms = () =>
  adapterOption(
    z.object({
      ...tencentSettings,
      /** 短信应用 SdkAppId。 The application of the short-message service (SdkAppId). */
      TONGCHENG_SMS_APP_ID: z.string().min(1),
      /** 已审核的短信签名。 The approved signature before each message. */
      TONGCHENG_SMS_SIGNATURE: z.string().min(1),
      /** 已审核的模板：报表未送达；两个参数是城市和日期。 The approved template of a report that was not delivered; its two places are the city and the day. */
      TONGCHENG_SMS_TEMPLATE_UNDELIVERED: z.string().min(1),
      /** 已审核的模板：申诉待答复；参数相同。 The approved template of appeals that wait for an answer; the same places. */
      TONGCHENG_SMS_TEMPLATE_APPEALS: z.string().min(1),
      /** 已审核的模板：请同乘人员与卫生部门联系；两个参数是城市和热线，不写病例、日期和车辆。没有时由人打电话。 The approved template that asks riders who were exposed to call the health office; its two places are the city and the hotline, nothing of a case. Without it they are phoned. */
      TONGCHENG_SMS_TEMPLATE_EXPOSURE: z.string().min(1).exactOptional(),
    }),
    (given, { clock }: AdapterNeeds) =>
      smsNotifier({
        account: tencentAccount(given, clock),
        region: given.TONGCHENG_TENCENT_REGION,
        appId: given.TONGCHENG_SMS_APP_ID,
        signature: given.TONGCHENG_SMS_SIGNATURE,
        templates: {
          'report-undelivered': { id: given.TONGCHENG_SMS_TEMPLATE_UNDELIVERED, places },
          'appeals-waiting': { id: given.TONGCHENG_SMS_TEMPLATE_APPEALS, places },
          ...(given.TONGCHENG_SMS_TEMPLATE_EXPOSURE !== undefined && {
            'exposure-notice': { id: given.TONGCHENG_SMS_TEMPLATE_EXPOSURE, places: ['city', 'hotline'] },
          }),
        },
      }),
  );
