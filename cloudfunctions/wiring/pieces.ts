import { type BreakerOptions, behindBreaker, defaultBreaker } from '../adapters/breaker/behind-breaker';
import { makeNotoSansSc } from '../adapters/fonts/noto-sans-sc';
import type { CardIssuer } from '../ports/card-issuer';
import type { FontFiles } from '../ports/font-files';
import type { HealthStatus } from '../ports/health-status';
import type { Mailer } from '../ports/mailer';
import type { Notifier } from '../ports/notifier';
import type { Platform, Platforms } from '../ports/platform';
import type { RealName } from '../ports/real-name';
import type { Home, PartName } from './home';
import type { InstalledObjects } from './parts/objects/part';
import { fromChoices, grouped, type Piece, type PieceNeeds, turned, withoutSettings } from './piece';
import { toldAway } from './told-away';

/** Reports, sheets and other files. */
export const objectsPiece = ({ objects }: Pick<Home, 'objects'>): Piece<InstalledObjects> =>
  fromChoices('objects', objects);

/** Whatever takes mail; it waits in the outbox while this is away, so it needs no breaker. */
export const mailerPiece = ({ mailer }: Pick<Home, 'mailer'>): Piece<Mailer> => fromChoices('mailer', mailer);

/** Outside services stand behind a breaker of their own each, whatever adapter speaks to them. */
export const realNamePiece = ({ realName }: Pick<Home, 'realName'>): Piece<RealName> =>
  turned(fromChoices('realName', realName), (made, needs) => ({ check: guarded(needs, 'real-name', made.check) }));

/** The source of statuses, behind its breaker. */
export const healthStatusPiece = ({ healthStatus }: Pick<Home, 'healthStatus'>): Piece<HealthStatus> =>
  turned(fromChoices('healthStatus', healthStatus), (made, needs) => ({
    of: guarded(needs, 'health-status', made.of),
  }));

/** The card companies, behind their breaker. */
export const cardIssuerPiece = ({ cardIssuer }: Pick<Home, 'cardIssuer'>): Piece<CardIssuer> =>
  turned(fromChoices('cardIssuer', cardIssuer), (made, needs) => ({
    check: guarded(needs, 'card-issuer', made.check),
  }));

/** Messages outside the app. Whoever waits for nothing may let the service rest longer. */
export const notifierPiece = ({ notifier }: Pick<Home, 'notifier'>): Piece<Notifier> =>
  turned(fromChoices('notifier', notifier), (made, needs) => ({
    send: guarded(needs, 'notifier', made.send, { failures: 5, restMs: 60_000 }),
  }));

/** Every platform's sign-in and whatever else it does for its riders. */
export const platformsPiece = (home: Pick<Home, 'signInWeb' | 'signInWechat' | 'signInAlipay'>): Piece<Platforms> =>
  grouped({
    web: platform('signInWeb', home.signInWeb),
    wechat: platform('signInWechat', home.signInWechat),
    alipay: platform('signInAlipay', home.signInAlipay),
  });

const platform = (part: PartName, choices: Home['signInWeb']): Piece<Platform> =>
  turned(fromChoices(part, choices), ({ signIn, identity, phone, textCheck }, needs) => ({
    ...(signIn && { signIn: { exchange: guarded(needs, part, signIn.exchange) } }),
    ...(identity && { identity: { bring: guarded(needs, `${part}.identity`, identity.bring) } }),
    ...(phone && { phone: { numberOf: guarded(needs, `${part}.phone`, phone.numberOf) } }),
    ...(textCheck && { textCheck: { check: guarded(needs, `${part}.text-check`, textCheck.check) } }),
  }));

/** A call that is left in peace while its service is away, tells the log that it is, and whoever watches how its breaker stands. */
const guarded = <A extends readonly unknown[], R>(
  { log, watchBreaker }: PieceNeeds,
  service: string,
  call: (...asked: A) => Promise<R>,
  breaker: BreakerOptions = defaultBreaker,
) => behindBreaker(toldAway(log, service, call), breaker, (state) => watchBreaker?.(service, state));

/** Fonts for printed matter, inside the bundle. */
export const fontsPiece = (): Piece<FontFiles> => withoutSettings(makeNotoSansSc);
