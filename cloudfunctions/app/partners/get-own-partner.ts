import type { getOwnPartner as endpoint } from '@tongcheng/shared/partners/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { partnerRow, partners } from './partner-record';

/** A partner system reads its own registration: a first call that shows whether its signatures are right. */
export const getOwnPartner: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async ({ store }, caller) => {
  const partner = await store.get(partners, caller.partnerId);
  return partner ? ok(partnerRow(partner)) : fail('partner-unknown');
};
