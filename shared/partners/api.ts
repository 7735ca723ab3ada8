import * as z from 'zod';
import { official, partner, partnerKinds } from '../access';
import { PublicKey } from '../devices/api';
import { endpoint } from '../endpoint';
import { scopeLevels } from '../scope';
import { CardKindName } from '../venues/card-kind';
import { FreeText, Id, Nothing, WireInstant } from '../wire';

const KeyId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const ScopeRow = z.strictObject({ level: z.enum(scopeLevels), code: z.string().regex(/^\d{6}$/) });

/** A partner system as officials and itself see it; of its keys the public halves are not told. */
export const PartnerRow = z.strictObject({
  partnerId: Id,
  kind: z.enum(partnerKinds),
  name: z.string(),
  scopes: z.array(ScopeRow),
  /** Kinds of cards that it may link; absent where it links none. */
  cardKinds: z.array(CardKindName).exactOptional(),
  keys: z.array(z.strictObject({ keyId: z.string(), addedAt: WireInstant, revokedAt: WireInstant.exactOptional() })),
  registeredAt: WireInstant,
  registeredBy: z.string(),
  revokedAt: WireInstant.exactOptional(),
});
export type PartnerRow = z.output<typeof PartnerRow>;

export const registerPartner = endpoint({
  name: 'partners.register-partner',
  summary: { zh: '登记合作系统及其第一把公钥', en: 'Register a partner system with its first public key' },
  access: official('administrator'),
  input: z.strictObject({
    kind: z.enum(partnerKinds),
    name: FreeText(60),
    scopes: z.array(ScopeRow).min(1).max(50),
    /** Kinds of cards that it issues, or whose app it is: no others can be linked under its key. */
    cardKinds: z.array(CardKindName).min(1).max(20).exactOptional(),
    keyId: KeyId,
    publicKey: PublicKey,
  }),
  output: PartnerRow,
  failures: ['city-unknown', 'key-refused'],
});

export const listPartners = endpoint({
  name: 'partners.list-partners',
  summary: { zh: '合作系统', en: 'Partner systems' },
  access: official('administrator', 'bureau', 'auditor'),
  input: ScopeRow,
  output: z.strictObject({ partners: z.array(PartnerRow) }),
  failures: ['city-unknown'],
});

export const addPartnerKey = endpoint({
  name: 'partners.add-partner-key',
  summary: { zh: '为合作系统增加公钥（换钥）', en: 'Add a public key to a partner system, to rotate keys' },
  access: official('administrator'),
  input: z.strictObject({ partnerId: Id, keyId: KeyId, publicKey: PublicKey }),
  output: PartnerRow,
  failures: ['partner-unknown', 'key-refused', 'key-id-taken'],
});

export const revokePartnerKey = endpoint({
  name: 'partners.revoke-partner-key',
  summary: { zh: '停用合作系统的一把公钥，立即生效', en: 'Revoke one key of a partner system, at once' },
  access: official('administrator'),
  input: z.strictObject({ partnerId: Id, keyId: KeyId, reason: FreeText(200) }),
  output: PartnerRow,
  failures: ['partner-unknown', 'key-unknown'],
});

export const revokePartner = endpoint({
  name: 'partners.revoke-partner',
  summary: { zh: '停用合作系统，立即生效', en: 'Revoke a partner system, at once' },
  access: official('administrator'),
  input: z.strictObject({ partnerId: Id, reason: FreeText(200) }),
  output: PartnerRow,
  failures: ['partner-unknown'],
});

export const getOwnPartner = endpoint({
  name: 'partners.get-own-partner',
  summary: { zh: '合作系统查看自己的登记', en: 'A partner system reads its own registration' },
  access: partner(...partnerKinds),
  input: Nothing,
  output: PartnerRow,
  failures: ['partner-unknown'],
});
