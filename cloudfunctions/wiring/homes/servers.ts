/**
 * Servers of one’s own, one or many: what the host offers. The first adapter of a part is the usual one; a line a part, so that two people who
 * add adapters do not meet. Plain lists, so that a bundle keeps only the parts that its function takes.
 */
import { cardIssuerAtProviders } from '../parts/card-issuer/providers';
import { gb38963 } from '../parts/health-status/gb38963';
import { healthStatusAtProviders } from '../parts/health-status/providers';
import { keyFile } from '../parts/keys/key-file';
import { tencentKms } from '../parts/keys/tencent-kms';
import { smtp } from '../parts/mailer/smtp';
import { nowhere } from '../parts/notifier/nowhere';
import { tencentSms } from '../parts/notifier/tencent-sms';
import { disk } from '../parts/objects/disk';
import { oss } from '../parts/objects/oss';
import { realNameAtProviders } from '../parts/real-name/providers';
import { tencentFaceId, tencentFaceIdThenProviders } from '../parts/real-name/tencent-face-id';
import { alipay } from '../parts/sign-in/alipay';
import { signInAtProviders } from '../parts/sign-in/providers';
import { refused } from '../parts/sign-in/refused';
import { wechat } from '../parts/sign-in/wechat';
import { embedded } from '../parts/store/embedded';
import { postgres } from '../parts/store/postgres';

/** Each part with its adapters here. */
export const store = { embedded, postgres };
export const keys = { 'key-file': keyFile, 'tencent-kms': tencentKms };
export const objects = { disk, oss };
export const signInWeb = { providers: signInAtProviders };
export const signInWechat = { refused, wechat };
export const signInAlipay = { refused, alipay };
export const realName = {
  providers: realNameAtProviders,
  'tencent-faceid': tencentFaceId,
  'tencent-faceid-then-providers': tencentFaceIdThenProviders,
};
export const healthStatus = { providers: healthStatusAtProviders, gb38963 };
export const cardIssuer = { providers: cardIssuerAtProviders };
export const mailer = { smtp };
export const notifier = { nowhere, 'tencent-sms': tencentSms };
