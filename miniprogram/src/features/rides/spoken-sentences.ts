import type { Verdict } from '@tongcheng/shared/rides/wire';
import { type SpokenName, wayOn } from './texts/spoken-texts';
import { liveFaceOf } from './verdict-face';

type SpokenVerdict = Pick<Verdict, 'decision' | 'reasons'>;

/** A verdict in front, and those of the family that rides along. */
interface Front {
  readonly reply: { readonly verdict: SpokenVerdict };
  readonly family?: readonly { readonly verdict: SpokenVerdict }[];
}

/** Elder mode says the word and the way on, and that somebody of the family who rides along has another result. */
export function sentencesOfVerdict({ reply, family = [] }: Front): readonly SpokenName[] {
  const face = liveFaceOf(reply.verdict);
  const differs = family.some(({ verdict }) => liveFaceOf(verdict) !== face);
  return [face, ...waysOn(reply.verdict), ...(differs ? (['family'] as const) : [])];
}

/** Of a scan kept on the phone: that it is offline, what the phone's own rules give, that it is kept, and the way on. */
export function sentencesOfOfflineScan(
  verdict: SpokenVerdict | undefined,
  waits: boolean,
  lasts = true,
): readonly SpokenName[] {
  if (!waits) return verdict ? [liveFaceOf(verdict), ...waysOn(verdict)] : ['delivered'];
  // What a full storage refused is not said to be kept.
  const kept = lasts ? (['kept'] as const) : [];
  return verdict ? ['offline', liveFaceOf(verdict), ...kept, ...waysOn(verdict)] : ['offline', ...kept];
}

const waysOn = ({ reasons: [first] }: SpokenVerdict): readonly SpokenName[] => (first ? [wayOn(first.next)] : []);
