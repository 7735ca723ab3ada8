import { revoke } from '../../sessions/revocations';
import type { SessionNeeds } from '../../sessions/session-record';
import { isBesideUnchecked } from '../account/accounts-of';
import { changeAccount } from '../account/change-account';
import { type AccountRecord, ridesAs } from '../account-record';
import { leaveFamilies } from '../family/family-of';

/** What an account becomes once it is proven to be of its person. */
interface Proof {
  /** Absent where a device agreed whose own account nobody was checked for. */
  readonly checked?: NonNullable<AccountRecord['checked']>;
  /** What the agreeing account does not see itself it cannot show. */
  readonly past?: 'hidden';
  /** Of a child: the adult who agreed. */
  readonly guardianPersonId?: string;
}

/** Makes an account that of the person as whom it rides: from its next request on it sees and may do what they may. */
export async function proveAccount(needs: SessionNeeds, account: AccountRecord, proof: Proof): Promise<void> {
  const personId = ridesAs(account);
  if (personId === undefined) return;
  const isBeside = proof.checked !== undefined && (await isBesideUnchecked(needs.store, personId, account._id));
  await changeAccount(needs.store, account._id, (held) => {
    if (ridesAs(held) !== personId) return held;
    const {
      claimedPersonId: _claim,
      joinedOn,
      isDenied: _denied,
      past: _past,
      apart: _apart,
      awaitsGuardian: _,
      ...rest
    } = held;
    return {
      ...{ ...rest, ...proof, personId },
      ...(proof.past && joinedOn !== undefined && { joinedOn }),
      ...(isBeside && { apart: true as const }),
    };
  });
  await revoke(needs, { about: account._id, effect: 'stale' });
  await leaveFamilies(needs.store, personId);
}

/** An account that kept its scans apart shows them to the others again, where each of these is checked or gone. */
export async function joinScansAgain({ store, ...needs }: SessionNeeds, { _id, personId, apart }: AccountRecord) {
  if (!apart || personId === undefined || (await isBesideUnchecked(store, personId, _id))) return;
  await changeAccount(store, _id, ({ apart: _apart, ...rest }) => rest);
  await revoke({ store, ...needs }, { about: _id, effect: 'stale' });
}
