/**
 * One machine: everything embedded. The first adapter of a part is the usual one; a line a part, so that two people who
 * add adapters do not meet. Plain lists, so that a bundle keeps only the parts that its function takes.
 */
import { cardIssuerAtProviders } from '../parts/card-issuer/providers';
import { healthStatusAtProviders } from '../parts/health-status/providers';
import { keyFile } from '../parts/keys/key-file';
import { smtp } from '../parts/mailer/smtp';
import { nowhere } from '../parts/notifier/nowhere';
import { disk } from '../parts/objects/disk';
import { realNameAtProviders } from '../parts/real-name/providers';
import { alipay } from '../parts/sign-in/alipay';
import { signInAtProviders } from '../parts/sign-in/providers';
import { refused } from '../parts/sign-in/refused';
import { wechat } from '../parts/sign-in/wechat';
import { embedded } from '../parts/store/embedded';

/** Each part with its adapters here. */
export const store = { embedded };
export const keys = { 'key-file': keyFile };
export const objects = { disk };
export const signInWeb = { providers: signInAtProviders };
export const signInWechat = { refused, wechat };
export const signInAlipay = { refused, alipay };
export const realName = { providers: realNameAtProviders };
export const healthStatus = { providers: healthStatusAtProviders };
export const cardIssuer = { providers: cardIssuerAtProviders };
export const mailer = { smtp };
export const notifier = { nowhere };
