import type { Verdict } from '@tongcheng/shared/rides/wire';
import { type SpokenName, wayOn } from './texts/spoken-texts';
import { faceOf } from './verdict-face';

type Told = Pick<Verdict, 'decision' | 'reasons'>;

/** A verdict in front, and those of the family that rides along. */
interface Front {
  readonly reply: { readonly verdict: Told };
  readonly family?: readonly { readonly verdict: Told }[];
}

/** Elder mode says the word and the way on, and that somebody of the family who rides along has another result. */
export function saidOfVerdict({ reply, family = [] }: Front): readonly SpokenName[] {
  const face = faceOf(reply.verdict);
  const differs = family.some(({ verdict }) => faceOf(verdict) !== face);
  return [face, ...waysOn(reply.verdict), ...(differs ? (['family'] as const) : [])];
}

/** Of a scan kept on the phone: that it is offline, what the phone's own rules give, that it is kept, and the way on. */
export function saidOfKept(told: Told | undefined, waits: boolean): readonly SpokenName[] {
  if (!waits) return told ? [faceOf(told), ...waysOn(told)] : ['delivered'];
  return told ? ['offline', faceOf(told), 'kept', ...waysOn(told)] : ['offline', 'kept'];
}

const waysOn = ({ reasons: [first] }: Told): readonly SpokenName[] => (first ? [wayOn(first.next)] : []);
