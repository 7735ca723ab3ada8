import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, FreeText, Id, Nothing, WireInstant } from '../wire';

/** An official who is signed in, once in each browser. */
const SignInRow = z.strictObject({
  sessionId: z.string().max(80),
  officialId: Id,
  login: z.string(),
  name: z.string().exactOptional(),
  openedAt: WireInstant,
  /** When its browser was last heard of: about every ten minutes while the console is open. */
  renewedAt: WireInstant,
  endsAt: WireInstant,
  /** The one that asks. */
  current: z.literal(true).exactOptional(),
  /** Whether the caller may end it. */
  endable: z.boolean(),
});
export type SignInRow = z.output<typeof SignInRow>;

export const listSignIns = endpoint({
  name: 'oversight.list-sign-ins',
  summary: {
    zh: '管理人员当前的登录：自己的，管辖范围内他人的',
    en: 'Where officials are signed in now: oneself, and others within one’s places',
  },
  access: official('administrator', 'bureau', 'operator', 'health', 'health-supervisor', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ signIns: z.array(SignInRow) }),
  failures: ['city-unknown'],
});

export const endSignIn = endpoint({
  name: 'oversight.end-sign-in',
  summary: { zh: '结束一次登录，五秒内处处生效', en: 'End a sign-in, everywhere within five seconds' },
  access: official('administrator', 'bureau', 'operator', 'health', 'health-supervisor', 'auditor'),
  /** A reason is what consoles of earlier releases send; it is kept nowhere, for the access log has who ended whose. */
  input: z.strictObject({ sessionId: z.string().min(1).max(80), reason: FreeText(200).exactOptional() }),
  output: Nothing,
  failures: ['session-not-yours'],
});
