import { type BreakerOptions, behindBreaker, usualBreaker } from '../adapters/breaker/behind-breaker';
import { makeNotoSansSc } from '../adapters/fonts/noto-sans-sc';
import type { CardIssuer } from '../ports/card-issuer';
import type { FontFiles } from '../ports/font-files';
import type { HealthStatus } from '../ports/health-status';
import type { Log } from '../ports/log';
import type { Mailer } from '../ports/mailer';
import type { Notifier } from '../ports/notifier';
import type { Platform, Platforms } from '../ports/platform';
import type { RealName } from '../ports/real-name';
import type { Home, PartName } from './home';
import type { InstalledObjects } from './parts/objects/part';
import { fromChoices, grouped, type Piece, turned, withoutSettings } from './piece';
import { toldAway } from './told-away';

/** Reports, sheets and other files. */
export const objectsPiece = ({ objects }: Pick<Home, 'objects'>): Piece<InstalledObjects> =>
  fromChoices('objects', objects);

export const mailerPiece = ({ mailer }: Pick<Home, 'mailer'>): Piece<Mailer> => fromChoices('mailer', mailer);

/** Outside services stand behind a breaker of their own each, whatever adapter speaks to them. */
export const realNamePiece = ({ realName }: Pick<Home, 'realName'>): Piece<RealName> =>
  turned(fromChoices('realName', realName), (made, { log }) => ({ check: guarded(log, 'real-name', made.check) }));

export const healthStatusPiece = ({ healthStatus }: Pick<Home, 'healthStatus'>): Piece<HealthStatus> =>
  turned(fromChoices('healthStatus', healthStatus), (made, { log }) => ({
    of: guarded(log, 'health-status', made.of),
  }));

export const cardIssuerPiece = ({ cardIssuer }: Pick<Home, 'cardIssuer'>): Piece<CardIssuer> =>
  turned(fromChoices('cardIssuer', cardIssuer), (made, { log }) => ({
    check: guarded(log, 'card-issuer', made.check),
  }));

/** Messages outside the app. Whoever waits for nothing may let the service rest longer. */
export const notifierPiece = ({ notifier }: Pick<Home, 'notifier'>): Piece<Notifier> =>
  turned(fromChoices('notifier', notifier), (made, { log }) => ({
    send: guarded(log, 'notifier', made.send, { failures: 5, restMs: 60_000 }),
  }));

/** Every platform's sign-in and whatever else it does for its riders. */
export const platformsPiece = (home: Pick<Home, 'signInWeb' | 'signInWechat' | 'signInAlipay'>): Piece<Platforms> =>
  grouped({
    web: platform('signInWeb', home.signInWeb),
    wechat: platform('signInWechat', home.signInWechat),
    alipay: platform('signInAlipay', home.signInAlipay),
  });

const platform = (part: PartName, choices: Home['signInWeb']): Piece<Platform> =>
  turned(fromChoices(part, choices), ({ signIn, identity, phone, textCheck }, { log }) => ({
    ...(signIn && { signIn: { exchange: guarded(log, part, signIn.exchange) } }),
    ...(identity && { identity: { bring: guarded(log, part, identity.bring) } }),
    ...(phone && { phone: { numberOf: guarded(log, part, phone.numberOf) } }),
    ...(textCheck && { textCheck: { check: guarded(log, part, textCheck.check) } }),
  }));

/** A call that is left in peace while its service is away, and tells the log that it is. */
const guarded = <A extends readonly unknown[], R>(
  log: Log,
  provider: string,
  call: (...asked: A) => Promise<R>,
  breaker: BreakerOptions = usualBreaker,
) => behindBreaker(toldAway(log, provider, call), breaker);

/** Fonts for printed matter, inside the bundle. */
export const fontsPiece = (): Piece<FontFiles> => withoutSettings(makeNotoSansSc);
