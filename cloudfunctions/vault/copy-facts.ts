import { subjectOfDocument } from './document-index';
import type { VaultNeeds } from './needs';
import { reveal } from './reveal';
import type { DayVault, PassengerFacts } from './vault';

/** Facts of a known person sealed anew under a coach's day, with their subject; undefined when forgotten. The person's own stay as they are. */
export async function copyFacts(
  needs: VaultNeeds,
  indexKey: Uint8Array,
  personId: string,
  day: DayVault,
  recordId: string,
  more: Pick<PassengerFacts, 'addressBefore' | 'addressThere'> = {},
): Promise<{ readonly subject: string; readonly sealed: string } | undefined> {
  const facts = (await reveal(needs, [personId])).get(personId);
  if (!facts) return undefined;
  const subject = subjectOfDocument(indexKey, facts.documentKind, facts.documentNumber);
  return { subject, sealed: day.sealFacts(recordId, { ...facts, ...more }) };
}

/** The subject of a known person's document; undefined when forgotten. */
export async function subjectOfPerson(
  needs: VaultNeeds,
  indexKey: Uint8Array,
  personId: string,
): Promise<string | undefined> {
  const facts = (await reveal(needs, [personId])).get(personId);
  return facts && subjectOfDocument(indexKey, facts.documentKind, facts.documentNumber);
}
