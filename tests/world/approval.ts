import { proposalOf } from '@tongcheng/cloudfunctions/app/reports/recipients/proposal';
import { recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** The approval of what is proposed about a recipient now, as the console sends it. */
export async function approvalOf(store: DocumentStore, recipientId: string) {
  const found = await store.get(recipients, recipientId);
  const proposal = found && proposalOf(found)?.digest;
  return { recipientId, approve: true, ...(proposal !== undefined && { proposal }) };
}
