import { hasFields, type PhoneRecord } from './records';

/** The family as the phone keeps it for a scan: ids and masked names, and who rides along now. */
export interface StoredFamily {
  readonly members: readonly { readonly memberId: string; readonly maskedName: string }[];
  /** Members who ride along. */
  readonly chosen: readonly string[];
  /** The rider sends the family alone. */
  readonly withoutMe: boolean;
}

/** Where it is kept; gone with the account. */
export const familyRecord: PhoneRecord<StoredFamily> = {
  key: 'tc.family',
  empty: { members: [], chosen: [], withoutMe: false },
  is: (value): value is StoredFamily =>
    hasFields(value, 'members', 'chosen', 'withoutMe') && Array.isArray(value.members) && Array.isArray(value.chosen),
};
