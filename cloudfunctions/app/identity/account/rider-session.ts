import { type Eligibility, unansweredEligibility } from '@tongcheng/shared/eligibility';
import type { AccountView, RiderSession } from '@tongcheng/shared/identity/wire';
import { idWithMoment } from '@tongcheng/shared/ids';
import { dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { SessionNeeds } from '../../sessions/session-record';
import type { OpenSession } from '../../sessions/sessions';
import { accessMs } from '../../sessions/sessions';
import type { SigningKeys } from '../../sessions/signing-keys';
import type { Tokens } from '../../sessions/tokens';
import type { AccountRecord } from '../account-record';
import { apartOf, bareAccount, ridesAs, seesOwnOnly } from '../account-record';
import { eligibilityOf } from '../eligibility/eligibility-of';
import { openClaims } from './accounts-of';
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
  const apart = apartOf(account);
  const accessToken = needs.tokens.issue({
    kind: 'rider',
    session: session.sessionId,
    issuedAt,
    expiresAt: accessExpiresAt,
    account: account._id,
    standing: view.standing,
    ...(account.personId === undefined ? {} : { person: account.personId }),
    ...(account.claimedPersonId === undefined ? {} : { claimed: account.claimedPersonId }),
    ...(apart !== undefined && { apart }),
    ...(view.maskedName === undefined ? {} : { maskedName: view.maskedName }),
  });
  const { refreshToken, refreshExpiresAt } = session;
  // It says the moment, so that no scan is older than the key that signed it; nothing is kept of it but on the phone.
  const keyId = idWithMoment(session.sessionId, session.openedAt);
  const key = Buffer.from(needs.signingKeys.keyOf(account._id, keyId)).toString('hex');
  const signing = { keyId, key };
  return { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt, account: view, signing };
}

/** Where withdrawing consent was interrupted, the person is forgotten already: then the account forgets too. */
export async function withoutForgotten(
  needs: Pick<RiderSessionNeeds, 'store' | 'vault'>,
  account: AccountRecord,
): Promise<AccountRecord> {
  const personId = ridesAs(account);
  if (personId === undefined || (await needs.vault.masked(personId))) return account;
  return changeAccount(needs.store, account._id, bareAccount);
}

async function accountView(needs: RiderSessionNeeds, account: AccountRecord): Promise<AccountView> {
  const { personId, consentVersion } = account;
  const eligibility = await shownEligibility(needs, account);
  return {
    accountId: account._id,
    authenticated: eligibility.identity,
    boundCards: personId === undefined ? 0 : await needs.countCards(needs.store, personId),
    standing: eligibility,
    ...(await shownFacts(needs, account)),
    ...(await shownProof(needs, account)),
    ...(consentVersion === undefined ? {} : { consentVersion }),
    ...(eligibility.identity && consentVersion !== needs.consentVersion ? { consentDue: true } : {}),
  };
}

/** Knowing somebody's facts is not enough to be told their colour and test: a claim learns them by the verdict of a ride of its own. */
const shownEligibility = async ({ vault }: RiderSessionNeeds, account: AccountRecord): Promise<Eligibility> =>
  account.claimedPersonId === undefined ? eligibilityOf(vault, account) : unansweredEligibility;

/** Of a claim without the phone: it may be another than the one that was typed. */
async function shownFacts({ vault }: RiderSessionNeeds, account: AccountRecord) {
  const personId = ridesAs(account);
  const shown = personId === undefined ? undefined : await vault.masked(personId);
  if (!shown || account.claimedPersonId === undefined) return shown ?? {};
  const { maskedPhone: _holders, ...rest } = shown;
  return rest;
}

/** What the account is not proven for, and what others claim to be its person. */
async function shownProof({ store, clock }: RiderSessionNeeds, account: AccountRecord) {
  const { personId, apart } = account;
  if (seesOwnOnly(account)) return { unproven: unprovenFor(account) } as const;
  if (personId === undefined) return {};
  const claims = (await openClaims(store, personId, dayOf(clock.now()))).length + (apart ? 1 : 0);
  return claims > 0 ? { claims } : {};
}

function unprovenFor({ personId, isDenied, awaitsGuardian }: AccountRecord) {
  if (awaitsGuardian) return 'guardian';
  if (isDenied) return 'denied';
  return personId === undefined ? 'claim' : 'past';
}
