import type { RiderCaller } from '@tongcheng/shared/caller';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { beginCheck } from '@tongcheng/shared/passes/api';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Vault } from '../../vault/vault';
import { aboutPerson } from '../audit/access-entry';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { checkHolder } from '../identity/verification/check-claim';

interface Needs extends AuditNeeds {
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Whoever a check is about, in the clear. */
interface Holder {
  readonly name: string;
  readonly documentNumber: string;
  readonly isTyped: boolean;
}

type Asked = Pick<ParsedInputOf<typeof beginCheck>, 'city' | 'identity'>;

/**
 * Who applies for a pass or shows one (P-01, P-08): what was typed, or else the verified person of the session, whose facts are opened after that is
 * recorded. Holders of a resident ID card alone, of any age.
 */
export async function passHolder(needs: Needs, caller: RiderCaller, { city, identity }: Asked) {
  if (identity) return typedHolder(needs, identity);
  const { personId, memberId } = caller;
  if (personId === undefined || memberId !== undefined) return fail('not-authenticated');
  if ((await needs.vault.masked(personId))?.documentKind !== 'resident-id') return fail('pass-needs-resident-id');
  const what = await aboutPerson(needs.vault, personId);
  await recordAccess(needs, { purpose: 'temporary-pass', who: 'rider', city, what, counts: { riders: 1 } });
  const person = (await needs.vault.reveal([personId], 'own-data')).get(personId);
  if (!person) return fail('not-authenticated');
  const holder: Holder = { name: person.name, documentNumber: person.documentNumber, isTyped: false };
  return ok(holder);
}

function typedHolder({ clock }: Needs, identity: NonNullable<Asked['identity']>) {
  if (identity.documentKind !== 'resident-id') return fail('pass-needs-resident-id');
  const checked = checkHolder(identity, dayOf(clock.now()));
  if (!checked.ok) return checked;
  const { name, documentNumber } = checked.value;
  const holder: Holder = { name, documentNumber, isTyped: true };
  return ok(holder);
}
