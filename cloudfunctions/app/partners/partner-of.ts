import type { PartnerCaller } from '@tongcheng/shared/caller';
import { type SignedRequest, signedRequestText } from '@tongcheng/shared/signed-request';
import type { DocumentStore } from '../../ports/document-store';
import { isSignedBy } from '../devices/ed25519';
import { partners } from './partner-record';

/**
 * Who signed a request. The registration is read each time, so a revoked key or system is refused at once and everywhere;
 * unknown, revoked and wrongly signed are told alike.
 */
export const makePartnerOf =
  ({ store }: { readonly store: DocumentStore }) =>
  async (request: SignedRequest, operation: string, address: string): Promise<PartnerCaller | undefined> => {
    const partner = await store.get(partners, request.partnerId);
    const key = partner?.keys.find(({ keyId }) => keyId === request.keyId);
    if (!partner || !key || partner.revokedAt !== undefined || key.revokedAt !== undefined) return undefined;
    if (!isSignedBy(key.publicKey, signedRequestText(operation, request.payload), request.signature)) return undefined;
    const { _id: partnerId, kind: partnerKind, name, scopes, cardKinds = [] } = partner;
    return { kind: 'partner', address, partnerId, partnerKind, name, keyId: key.keyId, scopes, cardKinds };
  };
