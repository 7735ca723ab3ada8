import type { AccountView, RiderSession } from '@tongcheng/shared/identity/wire';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { SessionNeeds } from '../../sessions/session-record';
import type { OpenSession } from '../../sessions/sessions';
import { accessMs } from '../../sessions/sessions';
import type { SigningKeys } from '../../sessions/signing-keys';
import type { Tokens } from '../../sessions/tokens';
import type { AccountRecord } from '../account-record';
import { bareAccount } from '../account-record';
import { eligibilityOf } from '../eligibility/eligibility-of';
import { changeAccount } from './change-account';

/** Counts the cards of a person; the cards room brings it. */
type CountCards = (store: DocumentStore, personId: string) => Promise<number>;

/** What a rider’s session takes: it carries masked facts, the eligibility and a key for signing scans. */
export interface RiderSessionNeeds extends SessionNeeds {
  readonly vault: Vault;
  readonly tokens: Tokens;
  readonly signingKeys: SigningKeys;
  readonly countCards: CountCards;
  /** Of the consent text in force. */
  readonly consentVersion: string;
}

/** The session as the rider's phone gets it: both tokens and the account, masked. */
export async function riderSession(
  needs: RiderSessionNeeds,
  session: OpenSession,
  known: AccountRecord,
): Promise<RiderSession> {
  const issuedAt = needs.clock.now();
  const accessExpiresAt = issuedAt + accessMs;
  const account = await withoutForgotten(needs, known);
  const view = await accountView(needs, account);
  const accessToken = needs.tokens.issue({
    kind: 'rider',
    session: session.sessionId,
    issuedAt,
    expiresAt: accessExpiresAt,
    account: account._id,
    standing: view.standing,
    ...(account.personId === undefined ? {} : { person: account.personId }),
    ...(view.maskedName === undefined ? {} : { maskedName: view.maskedName }),
  });
  const { refreshToken, refreshExpiresAt } = session;
  const key = Buffer.from(needs.signingKeys.keyOf(account._id, session.sessionId)).toString('hex');
  const signing = { keyId: session.sessionId, key };
  return { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt, account: view, signing };
}

/** Where withdrawing consent was interrupted, the person is forgotten already: then the account forgets too. */
export async function withoutForgotten(
  needs: Pick<RiderSessionNeeds, 'store' | 'vault'>,
  account: AccountRecord,
): Promise<AccountRecord> {
  if (account.personId === undefined || (await needs.vault.masked(account.personId))) return account;
  return changeAccount(needs.store, account._id, bareAccount);
}

async function accountView(needs: RiderSessionNeeds, account: AccountRecord): Promise<AccountView> {
  const { personId, consentVersion } = account;
  const eligibility = await eligibilityOf(needs.vault, account);
  const shown = personId === undefined ? undefined : await needs.vault.masked(personId);
  return {
    accountId: account._id,
    authenticated: eligibility.identity,
    boundCards: personId === undefined ? 0 : await needs.countCards(needs.store, personId),
    standing: eligibility,
    ...(shown ?? {}),
    ...(consentVersion === undefined ? {} : { consentVersion }),
    ...(eligibility.identity && consentVersion !== needs.consentVersion ? { consentDue: true } : {}),
  };
}
