import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import * as z from 'zod';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { personOf } from '../../rides/scanning/scan-subject';
import type { MergedRider } from '../cases/exposed-riders';
import type { NoticeRecord } from './notice-record';

const Contact = z.strictObject({
  name: z.string(),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string(),
  phone: z.string(),
});

/** Whom a notice tells: by whom they are to the vault, and as a manifest has them where the vault does not know them. */
const ToldPerson = z.strictObject({ subjectId: z.string(), told: Contact.exactOptional() });
type ToldPerson = z.output<typeof ToldPerson>;

/** Who a rider is, for a notice alone. */
export function sealTold(vault: Vault, measureId: string, noticeId: string, rider: MergedRider): Promise<string> {
  const { subjectId, told } = rider;
  const contact = told && Contact.parse({ ...pick(told) });
  const person: ToldPerson = { subjectId, ...(contact && { told: contact }) };
  return vault.sealForCase(measureId, noticeId, JSON.stringify(person));
}

const pick = ({ name, documentKind, documentNumber, phone }: z.output<typeof Contact>) => ({
  ...{ name, documentKind, documentNumber, phone },
});

/** How to reach somebody. */
export type Reached = z.output<typeof Contact>;

/** A person of a notice, opened. */
export interface OpenedNotice {
  /** Absent of whoever has no person. */
  readonly personId?: string;
  readonly told?: Reached;
}

/** Who a notice is about. Throws where the key was destroyed or the record changed. */
export async function openTold(vault: Vault, { _id, measureId, sealed }: NoticeRecord): Promise<OpenedNotice> {
  const text = await vault.openForCase(measureId, _id, sealed);
  const { subjectId, told } = ToldPerson.parse(JSON.parse(text));
  const personId = personOf(subjectId);
  return { ...(personId !== undefined && { personId }), ...(told && { told }) };
}

/** What somebody says of themselves goes before what stands on a manifest. Callers record the access first. */
export const contactOf = (
  { personId, told }: OpenedNotice,
  facts: ReadonlyMap<string, PersonFacts>,
): Reached | undefined => facts.get(personId ?? '') ?? told;
