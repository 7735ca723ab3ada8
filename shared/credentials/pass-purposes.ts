import type { Text } from '../text';
import type { CredentialKind } from './certificate';

/** For what a pass is checked (P-10), with the rule of it. */
export interface PassPurpose extends Text {
  /** Which kinds serve. */
  readonly kinds: readonly CredentialKind[];
  /** Whether a code is used up by it: at a gate one person passes, at a window one person may ask twice. */
  readonly usesUp: boolean;
  /** Whether name and number are needed whole: the rider shows the second code, or a document. */
  readonly needsOpening: boolean;
}

const declared = <const C extends string>(entries: Readonly<Record<C, PassPurpose>>) => entries;

const identity = ['temporary-identity'] as const;
const every = ['temporary-identity', 'city-ride', 'ticket'] as const;

/** The purposes of P-10. */
export const passPurposes = declared({
  sale: { kinds: identity, usesUp: false, needsOpening: true, zh: '购票', en: 'sale of a ticket' },
  refund: { kinds: identity, usesUp: false, needsOpening: true, zh: '退票', en: 'refund' },
  change: { kinds: identity, usesUp: false, needsOpening: true, zh: '改签', en: 'change of a ticket' },
  'name-check': { kinds: identity, usesUp: false, needsOpening: false, zh: '实名查验', en: 'real-name check' },
  entry: { kinds: every, usesUp: true, needsOpening: false, zh: '进站检票', en: 'entry gate' },
  exit: { kinds: every, usesUp: true, needsOpening: false, zh: '出站检票', en: 'exit gate' },
  aboard: { kinds: every, usesUp: false, needsOpening: false, zh: '车上查验', en: 'check aboard' },
});
export type Purpose = keyof typeof passPurposes;
