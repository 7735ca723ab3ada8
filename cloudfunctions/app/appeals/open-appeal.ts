import type * as api from '@tongcheng/shared/appeals/api';
import { maskDocumentForComparison } from '@tongcheng/shared/identity/masks';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { Vault } from '../../vault/vault';
import { recordAccess } from '../audit/record-access';
import { personOf } from '../rides/scanning/scan-subject';
import type { UseCase } from '../use-case';
import { appeals, partOf } from './appeal-record';
import { appealText, noteOf } from './appeal-view';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly vault: Vault;
}

/** What was written, and whom to call: opened for a stated purpose, which is on record before anything leaves (safety rule 9). */
export const openAppeal: UseCase<typeof api.openAppeal, Needs> = async (needs, caller, { appealId, purpose }) => {
  const record = await needs.store.get(appeals, appealId);
  if (!record || !oversees(caller, cityScope(record.city))) return fail('appeal-unknown');
  const { city, day } = record;
  const dayVault = await needs.vault.day(city, day);
  if (!dayVault) return fail('appeal-unknown');
  // Without the day: the entry is about this one appeal, not about everybody who rode on that day.
  const access = { who: caller.officialId, city, what: appealId, reason: purpose, counts: { riders: 1 } };
  await recordAccess(needs, { purpose: 'appeal', ...access });
  const { subjectId } = dayVault.open(partOf(appealId, 'rider'), record.sealed);
  const note = noteOf(dayVault, record);
  const person = await personIn(needs.vault, personOf(subjectId));
  return ok({ text: appealText(dayVault, record), ...(note !== undefined && { note }), ...(person && { person }) });
};

async function personIn(vault: Vault, personId: string | undefined) {
  const facts = personId === undefined ? undefined : (await vault.reveal([personId], 'appeal')).get(personId);
  if (!facts) return undefined;
  const { name, documentKind, documentNumber, phone } = facts;
  return { name, documentKind, maskedDocument: maskDocumentForComparison(documentNumber), phone };
}
