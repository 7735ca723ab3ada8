import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { decideAccount } from '@tongcheng/cloudfunctions/app/identity/decide-account';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { type SignInNeeds, signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { Result } from '@tongcheng/shared/result';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { anyoneAt } from './callers';
import type { instanceOver } from './instance';

type Instance = Awaited<ReturnType<typeof instanceOver>>;
/** An instance, whatever platforms stand beside it. */
type Needs = Omit<Instance, 'platforms'> & Pick<SignInNeeds, 'platforms'>;

/** A demonstration person as the registers know them; nobody real. */
export const wang: RegisteredPerson = {
  name: '演示王小明',
  documentKind: 'resident-id',
  documentNumber: '420106199003072345',
  colour: 'green',
  testDaysAgo: 1,
  testResult: 'negative',
};

/** What the person types. */
export const claimOf = ({ name, documentKind, documentNumber }: RegisteredPerson) => ({
  name,
  documentKind,
  documentNumber,
  phone: '13900000001',
});

/** The value of an answer that must be one. */
export function answered<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.failure.code} ${JSON.stringify(answer.failure.details ?? {})}`);
  return answer.value;
}

/** The code of a refusal, or undefined. */
export const refusalOf = (answer: Result<unknown>): string | undefined => (answer.ok ? undefined : answer.failure.code);

/** Who calls with a session, as the edge would tell. */
export async function callerIn(
  needs: Pick<Needs, 'callerOf'>,
  session: RiderSession,
  address = '10.0.0.1',
): Promise<RiderCaller> {
  const caller = await needs.callerOf(session.accessToken, address);
  if (typeof caller === 'string' || caller.kind !== 'rider') throw new Error(`no rider: ${JSON.stringify(caller)}`);
  return caller;
}

/** Signed in by a one-time code of the local service. */
export async function signedIn(needs: Needs, subject: string): Promise<RiderSession> {
  const code = needs.services.codes.issue(subject);
  const caller = anyoneAt('10.0.0.1');
  return answered(await signIn(needs, caller, { provider: 'web', code, city: '420100' }));
}

/** Signed in and agreed. */
export async function agreed(needs: Needs, subject: string): Promise<RiderSession> {
  const session = await signedIn(needs, subject);
  return answered(await consent(needs, await callerIn(needs, session), { version: consentVersion, sensitive: true }));
}

/** Signed in, agreed and authenticated. */
export async function authenticated(needs: Needs, subject: string, person = wang): Promise<RiderSession> {
  needs.services.register.people.set(person.documentNumber, person);
  const session = await agreed(needs, subject);
  return answered(await verifyIdentity(needs, await callerIn(needs, session), claimOf(person)));
}

/** A second account of a rider after their first device agreed to it, as its next request finds it. */
export async function agreedTo(needs: Needs, holder: RiderCaller, session: RiderSession): Promise<RiderSession> {
  const { accountId } = session.account;
  const { code = '' } = answered(await listOwnAccounts(needs, await callerIn(needs, session), {}));
  answered(await decideAccount(needs, holder, { accountId, agree: true, code }));
  return answered(await refresh(needs, anyoneAt('10.0.0.1'), { refreshToken: session.refreshToken }));
}
