import type { Choices } from './choose';
import type { CardIssuerPart } from './parts/card-issuer/part';
import type { HealthStatusPart } from './parts/health-status/part';
import type { KeysPart } from './parts/keys/part';
import type { MailerPart } from './parts/mailer/part';
import type { NotifierPart } from './parts/notifier/part';
import type { ObjectsPart } from './parts/objects/part';
import type { RealNamePart } from './parts/real-name/part';
import type { SignInPart } from './parts/sign-in/part';
import type { StorePart } from './parts/store/part';

/** A part: what its adapters may ask for when they open, and what they give. */
export interface Part {
  readonly needs: unknown;
  readonly made: unknown;
}

/** Every part that is chosen. A new one: docs/adding-an-adapter.md. */
export interface Parts {
  readonly store: StorePart;
  readonly keys: KeysPart;
  readonly objects: ObjectsPart;
  readonly signInWeb: SignInPart;
  readonly signInWechat: SignInPart;
  readonly signInAlipay: SignInPart;
  readonly realName: RealNamePart;
  readonly healthStatus: HealthStatusPart;
  readonly cardIssuer: CardIssuerPart;
  readonly mailer: MailerPart;
  readonly notifier: NotifierPart;
}

/** The name of a part. */
export type PartName = keyof Parts;

/** The name in the environment that chooses each part. */
export const chosenBy = {
  store: 'TONGCHENG_STORE',
  keys: 'TONGCHENG_KEYS',
  objects: 'TONGCHENG_OBJECTS',
  signInWeb: 'TONGCHENG_SIGN_IN_WEB',
  signInWechat: 'TONGCHENG_SIGN_IN_WECHAT',
  signInAlipay: 'TONGCHENG_SIGN_IN_ALIPAY',
  realName: 'TONGCHENG_REAL_NAME',
  healthStatus: 'TONGCHENG_HEALTH_STATUS',
  cardIssuer: 'TONGCHENG_CARD_ISSUER',
  mailer: 'TONGCHENG_MAILER',
  notifier: 'TONGCHENG_NOTIFIER',
} as const satisfies Readonly<Record<PartName, string>>;

/** Where the functions run, as the adapters that exist there: a bundle for a home holds no others (docs/decisions/095). */
export type Home = { readonly [P in PartName]: Choices<Parts[P]['needs'], Parts[P]['made']> };
