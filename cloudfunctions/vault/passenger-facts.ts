import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { storedForm } from '@tongcheng/shared/stored-form';
import * as z from 'zod';

/** Who rides on a coach, in the clear (L-03): the form that is sealed under the key of the coach's day, and the type. */
const PassengerFacts = z.strictObject({
  name: z.string(),
  documentKind: z.enum(documentKinds),
  /** In its stored form. */
  documentNumber: z.string(),
  /** Empty where there is none (L-07). */
  phone: z.string(),
  /** Where the destination asks for them: the address before coming and the one there. */
  addressBefore: z.string().exactOptional(),
  addressThere: z.string().exactOptional(),
});
export type PassengerFacts = Readonly<z.output<typeof PassengerFacts>>;

const form = storedForm(PassengerFacts);

/** The facts in an opened seal. Throws when they are none. */
export function passengerFactsIn(opened: string): PassengerFacts {
  const facts = form.read(JSON.parse(opened));
  if (!facts) throw new Error('sealed facts of a passenger that cannot be read');
  return facts.value;
}
