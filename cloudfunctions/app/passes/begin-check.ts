import { newDayId } from '@tongcheng/shared/ids';
import type { beginCheck as endpoint } from '@tongcheng/shared/passes/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Chance } from '../../ports/chance';
import type { FaceCheck } from '../../ports/face-check';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { Vault } from '../../vault/vault';
import type { AuditNeeds } from '../audit/chain';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { checkAttempts } from './check-attempts';
import { sealTicket } from './check-ticket';
import { issuesLeft, standingIssue } from './month-issues';
import { passCity } from './pass-city';
import { passHolder } from './pass-holder';

interface Needs extends AuditNeeds {
  readonly vault: Vault;
  readonly chance: Chance;
  readonly cityOf: CityOf;
  readonly faceCheck: FaceCheck | undefined;
  readonly publicUrl: string;
}

/**
 * Begins the person check before a pass is applied for or shown (P-03, P-07, P-08). Nothing is kept of who asked: what is known goes to the phone,
 * sealed. Whoever has no issue left learns it before they look into a camera.
 */
export const beginCheck: UseCase<typeof endpoint, Needs> = async (needs, caller, asked) => {
  const { city, wants, place } = asked;
  const chosen = await passCity(needs.cityOf, city);
  if (!chosen.ok) return chosen;
  const { faceCheck, vault } = needs;
  if (!faceCheck) return fail('pass-check-absent');
  if (wants === 'apply' && !place) return fail('pass-place-needed');
  const found = await passHolder(needs, caller, asked);
  if (!found.ok) return found;
  const holder = found.value;
  const subject = vault.subjectOf('resident-id', holder.documentNumber);
  const attempts = checkAttempts(needs, caller, subject);
  if (!(await attempts.take())) return fail('too-many-tries');
  // Of a typed identity nothing is told before its person was seen: that somebody applied is theirs to know.
  if (wants === 'apply' && !holder.isTyped && (await isUsed(needs, subject, city))) {
    await attempts.giveBack();
    return fail('pass-month-used');
  }
  const begun = await answerOf(faceCheck, { ...holder, returnUrl: `${needs.publicUrl}/app/` });
  if (!begun) {
    await attempts.giveBack();
    return fail('face-check-unavailable');
  }
  const now = needs.clock.now();
  const passId = newDayId(now, needs.chance.bytes);
  const { checkId, endsAt, url } = begun;
  const check = sealTicket(vault, caller.sessionId, {
    ...{ checkId, city, wants, ...holder, passId },
    ...{ beganAt: now, endsAt },
  });
  return ok({ url, check, endsAt });
};

async function isUsed(needs: Needs, subject: string, city: string): Promise<boolean> {
  const now = needs.clock.now();
  if ((await issuesLeft(needs, subject, now)) > 0) return false;
  return (await standingIssue(needs, subject, city, now)) === undefined;
}

async function answerOf(faceCheck: FaceCheck, person: Parameters<FaceCheck['begin']>[0]) {
  const { name, documentNumber, returnUrl } = person;
  try {
    return await faceCheck.begin({ name, documentNumber, returnUrl });
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return undefined;
    throw fault;
  }
}
