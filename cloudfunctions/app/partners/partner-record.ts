import type { PartnerKind } from '@tongcheng/shared/access';
import type { PartnerRow } from '@tongcheng/shared/partners/api';
import type { Scope } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A key of a partner system. Its id is never used again, so what it signed stays attributable. */
interface PartnerKey {
  readonly keyId: string;
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
}

/** A partner system. It is kept after it was revoked. */
export interface PartnerRecord {
  readonly _id: string;
  readonly kind: PartnerKind;
  readonly name: string;
  /** Cities and provinces for which it may speak. */
  readonly scopes: readonly Scope[];
  /** Kinds of cards that it may link (B-03 to B-05); absent where it links none. */
  readonly cardKinds?: readonly string[];
  readonly keys: readonly PartnerKey[];
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
}
export const partners = collection<PartnerRecord>()({
  name: 'partners',
  keep: { until: 'never', because: 'what a revoked system signed stays attributable' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A partner system as officials and itself see it. */
export const partnerRow = (partner: PartnerRecord): PartnerRow => {
  const { _id, kind, name, scopes, cardKinds, keys, registeredAt, registeredBy, revokedAt } = partner;
  return {
    partnerId: _id,
    ...{ kind, name, registeredAt, registeredBy },
    scopes: scopes.map(({ level, code }) => ({ level, code })),
    ...(cardKinds && { cardKinds: [...cardKinds] }),
    keys: keys.map((key) => ({
      keyId: key.keyId,
      addedAt: key.addedAt,
      ...(key.revokedAt !== undefined && { revokedAt: key.revokedAt }),
    })),
    ...(revokedAt !== undefined && { revokedAt }),
  };
};
