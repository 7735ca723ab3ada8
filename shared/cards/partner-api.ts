import * as z from 'zod';
import { partner } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { CardKindName } from '../venues/card-kind';
import { CityCode, WireInstant } from '../wire';

const card = {
  /** The city whose gates and readers are to know the card. */
  city: CityCode,
  kind: CardKindName,
  number: z.string().min(4).max(40),
  /** Counted up by the partner at each change of the card: the highest holds, in whatever order they come. */
  version: z.number().int().min(1).max(1_000_000),
  /** When it was done. */
  at: WireInstant,
} as const;

/** Whose card it is, as the partner knows them. A statement: nobody is enrolled by it, and nobody who is known here is read or changed. */
const Holder = z.strictObject({
  name: z.string().min(1).max(80),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
});

/** One tap of consent by the holder inside the partner's app, or its withdrawal there. */
const Consent = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('consented'), ...card, holder: Holder }),
  z.strictObject({ did: z.literal('withdrew'), ...card }),
]);

/** Where a first top-up was made. */
const topUpPlaces = ['online', 'counter'] as const;

/** The first top-up of a card that was applied for, with the document that it took. */
const FirstTopUp = z.strictObject({ ...card, where: z.enum(topUpPlaces), holder: Holder });

/** Why one card was not taken: said of that one in the answer. */
export const linkFailures = [
  'city-unknown',
  'card-kind-refused',
  'card-refused',
  'linking-not-begun',
  'link-time-refused',
  'link-version-taken',
  'card-bound-elsewhere',
  'name-refused',
  'document-refused',
] as const;
/** Why one card was not taken. */
export type LinkFailure = (typeof linkFailures)[number];

/**
 * What came of a card. `linked-before`: a rider bound it here, and that stands; whose it is nobody is told. `undone`: its holder took it back here, and
 * only their consent links it again. `withdrawn`: it is linked no longer.
 */
export const linkOutcomes = ['linked', 'same', 'superseded', 'linked-before', 'undone', 'withdrawn'] as const;
/** What came of a card. */
export type LinkOutcome = (typeof linkOutcomes)[number];

const answered = { kind: z.string(), number: z.string(), version: z.number().int() } as const;

const answers = z.strictObject({
  /** In the order given. */
  items: z.array(
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), ...answered, outcome: z.enum(linkOutcomes) }),
      z.strictObject({
        ok: z.literal(false),
        ...answered,
        failure: z.strictObject({ code: z.enum(linkFailures), zh: z.string(), en: z.string() }),
      }),
    ]),
  ),
});

export const linkByPartner = endpoint({
  name: 'cards.link-by-partner',
  summary: {
    zh: '合作 App 交来乘客在 App 内“一键同意”或撤回的乘车码、卡，可重复提交，逐张答复',
    en: 'A partner app hands over codes and cards whose holders consented there by one tap, or withdrew; again with one effect, each answered for itself',
  },
  access: partner('platform', 'card-company'),
  input: z.strictObject({ cards: z.array(Consent).min(1).max(200) }),
  output: answers,
  failures: [],
  largestBodyBytes: 512 * 1_024,
});

export const handInTopUps = endpoint({
  name: 'cards.hand-in-top-ups',
  summary: {
    zh: '发卡方交来申领卡的首次充值（线上或柜台）及所持证件，即关联该卡，可重复提交，逐张答复',
    en: 'A card company hands in first top-ups of cards applied for, online or at a counter, with the holder’s document: they link the card; again with one effect',
  },
  access: partner('card-company'),
  input: z.strictObject({ topUps: z.array(FirstTopUp).min(1).max(200) }),
  output: answers,
  failures: [],
  largestBodyBytes: 512 * 1_024,
});
