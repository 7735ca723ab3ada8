import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { Text } from '../text';
import { CityCode, WireDay, WireInstant } from '../wire';

/** Cards that were linked on one day. */
const LinkedOnDay = z.strictObject({
  day: WireDay,
  /** Of each kind that the city has now, none among them. */
  kinds: z.array(z.strictObject({ kind: z.string().max(40), linked: z.number().int() })),
  /** Of kinds that the city no longer has. */
  others: z.number().int(),
});

export const linkingProgress = endpoint({
  name: 'cards.linking-progress',
  summary: {
    zh: '绑卡进度：一段时间内每天每种卡绑定了多少张，后来解除的也计入',
    en: 'Progress of linking: cards linked by kind and day, those unlinked since among them',
  },
  access: official('administrator', 'bureau', 'operator', 'auditor'),
  /** Of a longer range the last 31 days. */
  input: z.strictObject({ city: CityCode, from: WireDay, to: WireDay }),
  output: z.strictObject({
    asOf: WireInstant,
    /** The kinds that the city has now, in its order. */
    kinds: z.array(z.strictObject({ kind: z.string().max(40), name: Text })),
    /** The last one first. */
    days: z.array(LinkedOnDay),
  }),
  failures: ['city-unknown'],
});
