import { type RiderPhone, recordRefusedCall, rememberSession } from './phone';

/** One tap of consent in Alipay, as its riders do first (W-02). False where it did not come about; they type then. */
export async function verifyByPlatform(phone: RiderPhone): Promise<boolean> {
  const { person, client, needs } = phone;
  const code = person.app === 'alipay' ? await needs.consentCode?.(person.subject, person.app) : undefined;
  if (code === undefined) return false;
  const consent = person.child ? { guardianConsent: true } : {};
  const answer = await client.call('identity.verify-identity-by-platform', { code, ...consent });
  if (answer.ok) rememberSession(phone, answer.value);
  else recordRefusedCall(phone, 'identity.verify-identity-by-platform', answer.failure.code);
  return answer.ok;
}

/** The number by WeChat's button, or the one that the rider knows by heart. */
export async function phoneNumberOf(phone: RiderPhone): Promise<string> {
  const { person, client, needs } = phone;
  const code = person.app === 'wechat' ? await needs.consentCode?.(person.subject, person.app) : undefined;
  if (code === undefined) return person.phone;
  const answer = await client.call('identity.ask-phone', { code });
  if (answer.ok) return answer.value.phone;
  recordRefusedCall(phone, 'identity.ask-phone', answer.failure.code);
  return person.phone;
}
