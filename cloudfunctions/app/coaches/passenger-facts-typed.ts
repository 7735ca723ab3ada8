import type { Typed } from '@tongcheng/shared/coaches/passenger-wire';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import type { PassengerFacts } from '../../vault/vault';
import { checkHolder } from '../identity/verification/check-claim';

/** The two addresses of L-03. */
export type Addresses = Pick<PassengerFacts, 'addressBefore' | 'addressThere'>;

/** The addresses out of an input, absent ones left out. */
export const addressesIn = ({ addressBefore, addressThere }: Addresses): Addresses => ({
  ...(addressBefore !== undefined && { addressBefore }),
  ...(addressThere !== undefined && { addressThere }),
});

/** Whether both are there. */
export const isAddressed = ({ addressBefore, addressThere }: Addresses): boolean =>
  addressBefore !== undefined && addressThere !== undefined;

/** Typed facts in their stored forms, or which does not fit and why. It is a statement: no register is asked, no person is met. */
export function checkTyped(typed: Typed, addresses: Addresses, now: Instant) {
  const holder = checkHolder(typed, dayOf(now));
  if (!holder.ok) return holder;
  const phone = typed.phone === undefined ? '' : checkPhone(typed.phone);
  if (phone === undefined) return fail('phone-refused');
  const facts: PassengerFacts = { ...holder.value, phone, ...addressesIn(addresses) };
  return ok(facts);
}
