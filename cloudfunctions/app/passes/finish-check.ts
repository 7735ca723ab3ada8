import { readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import type { finishCheck as endpoint } from '@tongcheng/shared/passes/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { FaceCheck } from '../../ports/face-check';
import type { RealName } from '../../ports/real-name';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { checkAttempts } from './check-attempts';
import { type CheckTicket, openTicket } from './check-ticket';
import type { IssuerKeys } from './issuer-keys';
import { standingIssue, takeIssue } from './month-issues';
import { passCity } from './pass-city';
import { passedAtOf } from './passed-check';
import { showsUntilOf, signPass } from './sign-pass';
import { writePass } from './write-pass';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: IssuerKeys;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly realName: RealName;
  readonly faceCheck: FaceCheck | undefined;
}

/**
 * What a passed person check gives: the pass of its holder, certified over the phone’s key. Where they applied and none stands, or the one that
 * stands ends within three hours, a new one is issued (P-04, P-05). Asked again after an answer was lost, it gives the same pass until the same time.
 */
export const finishCheck: UseCase<typeof endpoint, Needs> = async (needs, caller, { check, holderKey }) => {
  const { vault, clock } = needs;
  const ticket = openTicket(vault, caller.sessionId, check);
  if (!ticket || clock.now() >= ticket.endsAt) return fail('pass-check-over');
  const chosen = await passCity(needs.cityOf, ticket.city);
  if (!chosen.ok) return chosen;
  const holder = readPublicKeyText(holderKey);
  if (!holder || holder.suite === 'sm2') return fail('pass-key-refused');
  const seen = await seenPerson(needs, ticket);
  if (!seen.ok) return seen;
  const subject = vault.subjectOf('resident-id', ticket.documentNumber);
  const now = clock.now();
  const passedAt = await passedAtOf(needs, ticket, now);
  if (passedAt === now) await checkAttempts(needs, caller, subject).giveBack();
  const issued = await issueFor(needs, subject, ticket, now);
  if (!issued.ok) return issued;
  if (showsUntilOf(passedAt, issued.value.endsAt) <= now) return fail('pass-check-over');
  const pass = await writePass(needs, subject, issued.value);
  const { name, documentNumber } = ticket;
  const shown = {
    name,
    documentNumber,
    passedAt,
    holder,
    use: 'passes',
    generation: chosen.value.keyGeneration,
  } as const;
  return ok(await signPass(needs, pass, shown, now));
};

async function issueFor(needs: Needs, subject: string, { wants, city, passId }: CheckTicket, now: Instant) {
  if (wants === 'show') {
    const standing = await standingIssue(needs, subject, city, now);
    return standing ? ok(standing) : fail('pass-absent');
  }
  const taken = await takeIssue(needs, subject, { passId, city, issuedBy: 'phone' }, now);
  return taken === 'used' ? fail('pass-month-used') : ok(taken);
}

/** What the camera saw and, of a typed identity, whether the register knows this name by this number: never asked before the face was the right one. */
async function seenPerson({ faceCheck, realName }: Needs, ticket: CheckTicket) {
  const { checkId, documentNumber, name } = ticket;
  if (!faceCheck) return fail('pass-check-absent');
  const outcome = await unlessAway(() => faceCheck.outcome({ checkId, documentNumber }));
  if (outcome === 'away') return fail('face-check-unavailable');
  if (outcome === 'pending') return fail('face-check-pending');
  if (outcome === 'failed') return fail('pass-check-failed');
  if (!ticket.isTyped) return ok(undefined);
  const known = await unlessAway(() => realName.check({ name, documentKind: 'resident-id', documentNumber }));
  if (known === 'away') return fail('real-name-unavailable');
  if (known === 'too-often') return fail('too-many-tries');
  return known === 'match' ? ok(undefined) : fail('pass-name-mismatch');
}

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | 'away'> {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
