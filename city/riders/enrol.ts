import { type RiderPhone, recordRefusedCall, rememberSession } from './phone';
import { phoneNumberOf, verifyByPlatform } from './verify-by-platform';

/**
 * What the app asks once: consent, the real name, and a transit card that may be skipped (W-01 to W-03). Tried again at
 * the next opening only when the server asked to try later.
 */
export const enrolRider = async (phone: RiderPhone): Promise<void> => {
  const { person, memory, client, needs } = phone;
  if (person.enrolment === 'never-authenticates') {
    memory.enrolled = true;
    return;
  }
  const version = await needs.consentVersion();
  if (version === undefined) return;
  const consent = await client.call('identity.consent', { version, sensitive: true });
  if (!consent.ok) return recordRefusedCall(phone, 'identity.consent', consent.failure.code);
  rememberSession(phone, consent.value);
  if (await verifyIdentity(phone)) await bindCard(phone);
};

async function verifyIdentity(phone: RiderPhone): Promise<boolean> {
  if (await verifyByPlatform(phone)) return true;
  const { person, client, memory } = phone;
  const { name, documentKind, documentNumber } = person;
  const answer = await client.call('identity.verify-identity', {
    name,
    documentKind,
    documentNumber,
    phone: await phoneNumberOf(phone),
    ...(person.child && { guardianConsent: true }),
  });
  if (answer.ok) {
    rememberSession(phone, answer.value);
    // A child's account binds no card before a guardian agreed on a phone of their own.
    return answer.value.account.unproven === undefined;
  }
  recordRefusedCall(phone, 'identity.verify-identity', answer.failure.code);
  if (answer.failure.retry !== 'later') memory.enrolled = true;
  return false;
}

/** Not binding never blocks a ride, so whatever is answered is left at that. */
async function bindCard(phone: RiderPhone): Promise<void> {
  for (const { kind, number } of phone.person.cards) {
    const answer = await phone.client.call('cards.bind-card', { kind, number });
    if (!answer.ok) recordRefusedCall(phone, 'cards.bind-card', answer.failure.code);
  }
}
