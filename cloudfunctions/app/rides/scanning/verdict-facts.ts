import { Eligibility } from '@tongcheng/shared/eligibility';
import type { RiderFacts } from '@tongcheng/shared/rides/rules/check';
import * as z from 'zod';

/** What a verdict rested on besides its rule: the rider and the code, and whether it is of the time of the scan, as of a late one, or of its arrival. */
export interface VerdictFacts {
  readonly facts: RiderFacts;
  readonly decidedAt: 'scanned' | 'recorded';
}

const Kept = z.tuple([
  z.literal([0, 1]),
  z.enum(['valid', 'revoked', 'forged', 'foreign', 'unknown', 'demonstration']),
  Eligibility.shape.status,
  Eligibility.shape.test,
  z.enum(['wechat', 'alipay']).nullable(),
  z.enum(['scanned', 'recorded']),
]);

/** The facts as a text to be sealed into the record. */
export const factsText = ({ facts, decidedAt }: VerdictFacts): string => {
  const { identity, code, status, test, statusElsewhere } = facts;
  const kept: z.input<typeof Kept> = [identity ? 1 : 0, code, status, test, statusElsewhere ?? null, decidedAt];
  return JSON.stringify(kept);
};

/** The facts out of a record's seal; undefined where there are none that can be read. */
export function verdictFactsIn(text: string | undefined): VerdictFacts | undefined {
  if (text === undefined) return undefined;
  const read = Kept.safeParse(JSON.parse(text));
  if (!read.success) return undefined;
  const [identity, code, status, test, elsewhere, decidedAt] = read.data;
  const facts = {
    identity: identity === 1,
    code,
    status,
    test,
    ...(elsewhere !== null && { statusElsewhere: elsewhere }),
  };
  return { facts, decidedAt };
}
