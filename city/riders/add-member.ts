import { type RiderPhone, recordRefusedCall } from './phone';

/**
 * Takes the member whom a rider looks after into the account, once the rider is known: the same member again is the same member.
 * Tried again at the next opening only when the server asked to try later.
 */
export async function addFamilyMember(phone: RiderPhone): Promise<void> {
  const { person, memory, client, needs } = phone;
  if (!needs.hasFamilies || !person.member || !memory.enrolled || memory.memberAsked) return;
  const { name, documentKind, documentNumber, relation } = person.member;
  const answer = await client.call('identity.add-member', {
    ...{ name, documentKind, documentNumber, relation, phone: person.phone, consent: true },
    ...(relation === 'child' && { guardianConsent: true }),
  });
  memory.memberAsked = answer.ok || answer.failure.retry !== 'later';
  if (!answer.ok) return recordRefusedCall(phone, 'identity.add-member', answer.failure.code);
  const [member] = answer.value.members;
  if (member) memory.memberId = member.memberId;
}
