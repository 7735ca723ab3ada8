import type { Channel } from '@tongcheng/shared/caller';
import { type Day, type DayInstant, wholeDayOf } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/** A rider's account with one platform. Its times are days (decision 156). `_id` is the blind index of the platform's own id, so it is made only once. */
export interface AccountRecord {
  readonly _id: string;
  readonly provider: Channel;
  readonly createdAt: DayInstant;
  readonly consentVersion?: string;
  readonly consentedAt?: DayInstant;
  /** Whose account it is, proven (decision 149): accounts of before claims were told apart are. */
  readonly personId?: string;
  /**
   * The person whom the account says it is while somebody is that person already: it rides as them and sees its own scans only.
   * Never together with `personId`, so that whatever asks for that gives it nothing.
   */
  readonly claimedPersonId?: string;
  /** The day of the claim, or on which an account joined somebody whose earlier rides are not shown to it. */
  readonly joinedOn?: Day;
  /** Another device of the person said that it is not theirs. */
  readonly isDenied?: true;
  /** It joined somebody who was known already and whom no account was left to speak for: what was before stays hidden from it. */
  readonly past?: 'hidden';
  /** That a person was checked for this account: at a desk, by a face check, or by a device whose own account was checked. `broughtAt` says so as well. */
  readonly checked?: 'desk' | 'device' | 'face';
  /** A face check that was begun, as its service knows it, sealed for the person. */
  readonly sealedFaceCheck?: string;
  /** Checked while another account of the person is not: its scans are kept from that one, until it is called theirs or not theirs. */
  readonly apart?: true;
  /** The consent that was asked of the holder of a health code (W-02), as its platform knows it: chance, and over within minutes. */
  readonly healthCodeConsent?: string;
  /** When the rider's consent at the platform brought the identity over (W-02); absent where it was typed. */
  readonly broughtAt?: DayInstant;
  /** When a guardian agreed for a rider under fourteen (W-19): at first a word of whoever held the phone, see `guardianPersonId`. */
  readonly guardianConsentedAt?: DayInstant;
  /** The verified adult who agreed on a phone of their own, by name. Absent where a platform or a desk did, or an earlier release took the word of the child's phone. */
  readonly guardianPersonId?: string;
  /** Of a child: it rides as a claim until a guardian or a desk has agreed. */
  readonly awaitsGuardian?: true;
  /** Decision 234: the rider agreed to messages inside this platform's app. Gone with the identity, since a bare account has none. */
  readonly messages?: AgreedMessages;
  /** Status and test as their source gave them and when it was asked, sealed for the person. */
  readonly sealedStanding?: string;
}

/** What an agreement to messages inside an app is kept as. */
interface AgreedMessages {
  /** The version of the text that was agreed to. */
  readonly version: string;
  readonly agreedAt: DayInstant;
  /** The platform's own id of its user, sealed for the person. */
  readonly sealedSubject: string;
}

/** The person as whom an account rides, proven or not. */
export const ridesAs = ({ personId, claimedPersonId }: Pick<AccountRecord, 'personId' | 'claimedPersonId'>) =>
  personId ?? claimedPersonId;

/** Whether a person was checked for an account, or a platform vouches for its user: knowing name, number and phone is not that. */
export const isChecked = ({ checked, broughtAt }: Pick<AccountRecord, 'checked' | 'broughtAt'>): boolean =>
  checked !== undefined || broughtAt !== undefined;

/** Whether an account sees its own scans only. */
export const seesOwnOnly = ({ claimedPersonId, past }: Pick<AccountRecord, 'claimedPersonId' | 'past'>): boolean =>
  claimedPersonId !== undefined || past === 'hidden';

/** Whether its scans are kept apart from those of other accounts of the person, and what it sees itself. */
export function apartOf(account: AccountRecord): 'sees-own' | 'sees-all' | undefined {
  if (seesOwnOnly(account)) return 'sees-own';
  return account.apart ? 'sees-all' : undefined;
}

/** All accounts; several may be of one person. */
export const accounts = collection<AccountRecord>()({
  name: 'accounts',
  keep: { until: 'owner' },
  belongs: { to: 'account', by: '_id', erased: 'with-account', exported: 'accounts' },
  distributeBy: '_id',
  indexes: [['personId'], ['claimedPersonId']],
});

/** An account without identity and consent, as at its first sign-in. */
export const bareAccount = ({ _id, provider, createdAt }: AccountRecord): AccountRecord => ({
  _id,
  provider,
  createdAt,
});

/** The account of a platform's user: a keyed digest, so that the platform's own id is kept nowhere. */
export const accountIdOf = (vault: Vault, channel: Channel, subject: string): Promise<string> =>
  vault.blindIndex(`account-${channel}`, subject);

/** An account as this release keeps it: an earlier one wrote moments, and beside the seal when the source was asked. */
export function inDays({
  standingAt: _asked,
  ...account
}: AccountRecord & { readonly standingAt?: unknown }): AccountRecord {
  const { createdAt, consentedAt, broughtAt, guardianConsentedAt, ...rest } = account;
  return {
    ...rest,
    createdAt: wholeDayOf(createdAt),
    ...(consentedAt !== undefined && { consentedAt: wholeDayOf(consentedAt) }),
    ...(broughtAt !== undefined && { broughtAt: wholeDayOf(broughtAt) }),
    ...(guardianConsentedAt !== undefined && { guardianConsentedAt: wholeDayOf(guardianConsentedAt) }),
  };
}
