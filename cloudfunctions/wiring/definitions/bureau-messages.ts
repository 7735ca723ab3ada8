import { messageWords } from '@tongcheng/shared/reports/message-words';
import * as z from 'zod';
import { accessTokens } from '../../adapters/wechat/access-tokens';
import { wechatServiceMessages } from '../../adapters/wechat/service-messages';
import type { Notifier } from '../../ports/notifier';
import { adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import { type AdapterNeeds, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';
import { templateKeys } from './template-keys';

/** Messages to accounts of bureaus that receive reports (L-12). They wait in the outbox of reports while the service is away. */
export const bureauMessages = definePort<ServiceNeeds, Notifier>({
  chosenBy: 'TONGCHENG_BUREAU_MESSAGES',
  wrap: ({ send }, needs) => ({ send: guarded(needs, 'bureau-messages', send, { failures: 5, restMs: 60_000 }) }),
});

const TemplateKeys = templateKeys(messageWords);

/** Template messages of a WeChat service account (服务号) that bureaus follow. */
export const wechatService = () =>
  adapterOption(
    z.object({
      /** 服务号 AppID，不是小程序的。 The service account's AppID; not that of the mini-program. */
      TONGCHENG_WECHAT_SERVICE_APP_ID: z.string().min(1),
      /** 服务号 AppSecret。 The service account's AppSecret. */
      TONGCHENG_WECHAT_SERVICE_SECRET: z.string().min(1),
      /** 其运营者为报表选的模板 ID。 The template that its operator chose for reports. */
      TONGCHENG_WECHAT_SERVICE_TEMPLATE: z.string().min(1),
      /** 模板各字段填哪个词。 Which word fills each key of the template: `thing1=report,thing2=city,time3=until`. Words: city, report, day, until, note. */
      TONGCHENG_WECHAT_SERVICE_KEYS: TemplateKeys,
      /** 仅试验：微信接口的另一个地址。 Where WeChat's server interface is reached; a stand-in in demonstrations and tests. */
      TONGCHENG_WECHAT_URL: webAddress.default('https://api.weixin.qq.com'),
    }),
    (given, { clock }: AdapterNeeds): Notifier => {
      const { TONGCHENG_WECHAT_SERVICE_APP_ID: appId, TONGCHENG_WECHAT_SERVICE_SECRET: secret } = given;
      const app = { appId, secret, url: given.TONGCHENG_WECHAT_URL, clock };
      const template = { id: given.TONGCHENG_WECHAT_SERVICE_TEMPLATE, keys: given.TONGCHENG_WECHAT_SERVICE_KEYS };
      return wechatServiceMessages(app, accessTokens(app), template);
    },
  );
