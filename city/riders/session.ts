import { addFamilyMember } from './add-member';
import { enrolRider } from './enrol';
import { clearSession, type RiderPhone, recordRefusedCall, rememberSession } from './phone';

const renewBeforeMs = 20_000;

/** Makes sure of a session that holds, as the app does when it opens: renews it, or signs in. False while the server is away. */
export const ensureSession = async (phone: RiderPhone): Promise<boolean> => {
  if (!(await holdSession(phone))) return false;
  if (!phone.memory.enrolled) await enrolRider(phone);
  await addFamilyMember(phone);
  await refreshStatus(phone);
  return phone.memory.accessToken !== undefined;
};

/** Makes the next {@link ensureSession} renew, after a `session-stale` answer. */
export const expireSession = ({ memory }: RiderPhone): void => {
  memory.accessExpiresAt = 0;
};

async function holdSession(phone: RiderPhone): Promise<boolean> {
  const { accessToken, accessExpiresAt = 0 } = phone.memory;
  if (accessToken !== undefined && accessExpiresAt - renewBeforeMs > phone.clock()) return true;
  return (await renew(phone)) || (phone.memory.refreshToken === undefined && (await signIn(phone)));
}

/** A refresh token that the server no longer takes is forgotten; one that could not be tried is kept. */
async function renew(phone: RiderPhone): Promise<boolean> {
  const { refreshToken } = phone.memory;
  if (refreshToken === undefined) return false;
  delete phone.memory.accessToken;
  const answer = await phone.client.call('identity.refresh', { refreshToken });
  if (answer.ok) {
    rememberSession(phone, answer.value);
    return true;
  }
  recordRefusedCall(phone, 'identity.refresh', answer.failure.code);
  if (answer.failure.retry !== 'later') clearSession(phone);
  return false;
}

async function signIn(phone: RiderPhone): Promise<boolean> {
  const { needs, person, client } = phone;
  const code = await needs.signInCode(person.subject, person.app).catch(() => undefined);
  if (code === undefined) return false;
  const answer = await client.call('identity.sign-in', { provider: person.app, code, city: needs.city });
  if (!answer.ok) {
    recordRefusedCall(phone, 'identity.sign-in', answer.failure.code);
    return false;
  }
  rememberSession(phone, answer.value);
  return true;
}

/** A status that ran out is asked for anew before the ride. */
async function refreshStatus(phone: RiderPhone): Promise<void> {
  const { memory, client } = phone;
  if (memory.statusExpiresAt === undefined || memory.statusExpiresAt > phone.clock()) return;
  const answer = await client.call('identity.update-eligibility', {});
  if (answer.ok) rememberSession(phone, answer.value);
}
