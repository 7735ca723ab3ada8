import * as z from 'zod';
import { rider, staff } from '../access';
import { endpoint } from '../endpoint';
import { CardKindName } from '../venues/card-kind';
import { CityCode, Id, WireInstant } from '../wire';

/** A member of the family whose card it is: theirs, not the rider's who binds it for them (W-33). */
const forMember = { memberId: Id.exactOptional() } as const;

/** By what a card was linked for its holder: their consent in a partner's app, the first top-up of a card that they applied for, a list of its issuer. */
export const statedWays = ['consent', 'top-up', 'list'] as const;
export type StatedWay = (typeof statedWays)[number];

/** A card as its holder sees it: never the whole number. */
export const CardView = z.strictObject({
  cardId: Id,
  kind: z.string().max(40),
  /** The last four characters. */
  lastFour: z.string().max(4),
  boundAt: WireInstant,
  /** Where the holder did not bind it here: who said that it is theirs, and by what (B-03, B-05). Only the holder sees it, and may take it back. */
  stated: z.strictObject({ by: z.string(), how: z.enum(statedWays) }).exactOptional(),
  /** Reported lost: gates keep shut for it, until it is found. */
  lost: z.literal(true).exactOptional(),
});
export type CardView = z.output<typeof CardView>;

/** Within how many minutes gates know of what was done, by the set that they fetch next; absent where no city's gates read such cards. */
const gatesKnow = { gatesKnowMinutes: z.number().int().exactOptional() } as const;

export const bindCard = endpoint({
  name: 'cards.bind-card',
  formerly: ['cards.bind'],
  summary: { zh: '绑定交通卡；由发卡方核对卡号', en: 'Bind a transit card; its issuer checks the number' },
  access: rider,
  input: z.strictObject({
    kind: CardKindName,
    number: z.string().min(4).max(40),
    /** By whose kinds cards are counted (B-01); without it, or where the city lacks the kind, those of any city that counts this kind by medium. */
    city: CityCode.exactOptional(),
    /** A card of the same holder in whose place this one comes, as when it was renewed: it is unbound, and no limit counts it. */
    replaces: Id.exactOptional(),
    ...forMember,
  }),
  output: CardView.extend(gatesKnow),
  failures: [
    'not-authenticated',
    'identity-not-proven',
    'member-unknown',
    'member-unconfirmed',
    'card-refused',
    'linking-not-begun',
    'card-bound-elsewhere',
    'card-limit',
    'card-medium-limit',
    'card-helper-limit',
    'card-issuer-unavailable',
    'too-many-tries',
  ],
});

export const listCards = endpoint({
  name: 'cards.list-cards',
  formerly: ['cards.list'],
  summary: { zh: '我的交通卡', en: 'My cards' },
  access: rider,
  input: z.strictObject(forMember),
  output: z.strictObject({ cards: z.array(CardView) }),
  failures: ['member-unknown', 'member-unconfirmed'],
});

export const unbindCard = endpoint({
  name: 'cards.unbind-card',
  formerly: ['cards.unbind'],
  summary: { zh: '解除绑定', en: 'Unbind a card' },
  access: rider,
  input: z.strictObject({ cardId: Id, ...forMember }),
  output: z.strictObject(gatesKnow),
  failures: ['card-unknown', 'member-unknown', 'member-unconfirmed'],
});

export const reportLost = endpoint({
  name: 'cards.report-lost',
  summary: {
    zh: '挂失：闸机不再放行这张卡；找到后取消',
    en: 'Report a card lost: gates keep shut for it; or found again',
  },
  access: rider,
  input: z.strictObject({ cardId: Id, lost: z.boolean(), ...forMember }),
  output: z.strictObject(gatesKnow),
  failures: ['card-unknown', 'member-unknown', 'member-unconfirmed'],
});

/** Why a desk unlinks a card: linked to the wrong person, renewed, or its holder died, whose cards all go. Lost: gates keep shut for it. */
export const deskReasons = ['wrong-link', 'renewed', 'holder-died', 'lost'] as const;
/** Why a desk unlinks a card. */
export type DeskReason = (typeof deskReasons)[number];

export const unlinkAtDesk = endpoint({
  name: 'cards.unlink-at-desk',
  summary: {
    zh: '服务台按卡号解除关联（关联错、换卡、持卡人去世）或挂失；不显示持卡人是谁，留有记录',
    en: 'A service desk unlinks a card by its number (wrong link, renewed, holder died) or reports it lost; on record, and never saying whose it is',
  },
  access: staff('desk'),
  input: z.strictObject({ kind: CardKindName, number: z.string().min(4).max(40), reason: z.enum(deskReasons) }),
  output: z.strictObject({
    /** How many cards were unlinked or are kept out. */
    cards: z.number().int(),
    ...gatesKnow,
  }),
  failures: ['card-not-linked', 'too-many-tries'],
});
