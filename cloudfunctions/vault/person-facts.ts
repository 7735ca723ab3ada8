import { kindOfNumber } from '@tongcheng/shared/identity/documents/kind-of-number';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { storedForm } from '@tongcheng/shared/stored-form';
import * as z from 'zod';

/** Who somebody is, in the clear: the form that is sealed under the person's key, and the type. Leaves the vault only by `reveal`. */
const PersonFacts = z.strictObject({
  name: z.string(),
  documentKind: z.enum(documentKinds),
  /** In its stored form (checked, upper case, no spaces). */
  documentNumber: z.string(),
  phone: z.string(),
});
export type PersonFacts = Readonly<z.output<typeof PersonFacts>>;

const form = storedForm(PersonFacts);

/**
 * The facts in an opened seal, with the kind that their number belongs to: earlier releases took it for another as well. Throws when they
 * are none: nobody else has them, so nothing may be made of it.
 */
export function factsIn(opened: string): PersonFacts {
  const facts = form.read(JSON.parse(opened));
  if (!facts) throw new Error('sealed facts of a person that cannot be read');
  return { ...facts.value, documentKind: kindOfNumber(facts.value.documentNumber) ?? facts.value.documentKind };
}
