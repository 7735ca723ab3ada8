import { decide } from '@tongcheng/shared/rides/decide';
import { decisions, reasonCodes } from '@tongcheng/shared/rides/meanings';
import { statusColours } from '@tongcheng/shared/status-colours';
import { codeStates } from '@tongcheng/shared/venues/kinds';
import { requirements } from '@tongcheng/shared/venues/requirements';
import * as z from 'zod';
import table from '../cases/verdicts.json';
import { aStatus, riderFacts } from '../world/records';

const Instant = z.string().transform((text) => Date.parse(text));
const Case = z.strictObject({
  why: z.string(),
  rule: z.strictObject({ requires: z.array(z.enum(requirements)), testMaxAgeDays: z.number().exactOptional() }),
  now: Instant,
  identity: z.boolean(),
  status: z.union([
    z
      .strictObject({ colour: z.enum(statusColours), issuedAt: Instant, expiresAt: Instant, source: z.string() })
      .transform(({ colour, ...more }) => aStatus(colour, more)),
    z.literal('unavailable'),
    z.null(),
  ]),
  test: z.strictObject({ result: z.enum(['negative', 'positive']), takenAt: Instant }).nullable(),
  code: z.enum(codeStates),
  expect: z.strictObject({ decision: z.enum(decisions), reasons: z.array(z.enum(reasonCodes)) }),
});
const cases = z.array(Case).parse(table.cases);

test('the table of verdicts is whole', () => {
  expect(cases.length).toBeGreaterThanOrEqual(26);
});

test.each(cases.map((each) => [each.why, each] as const))('%s', (_why, { rule, now, expect: expected, ...facts }) => {
  const { decision, reasons } = decide(rule, riderFacts(facts), now);
  expect({ decision, reasons }).toEqual(expected);
});
