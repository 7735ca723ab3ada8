import type { OfficialCaller } from '@tongcheng/shared/caller';
import { newId } from '@tongcheng/shared/ids';
import type { proposeOfficialChange as endpoint } from '@tongcheng/shared/oversight/api';
import type { Appointment, OfficialChange } from '@tongcheng/shared/oversight/official-change';
import { fail, ok } from '@tongcheng/shared/result';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { type ScopeNeeds, scopeOf } from '../../venues/scope-of';
import type { OfficialNeeds } from '../first-officials';
import { type OfficialRecord, officials } from '../official-record';
import { overseesAllOf } from '../revoke-official';
import { isCalled } from '../set-own-name';
import { allOfficials, wouldLackAdministrator } from './administrators';
import { appointmentOf, changeRow, givesLink, isSameAppointment, isUndecided, proposalEnds } from './official-change';
import { type OfficialChangeRecord, officialChanges } from './official-change-record';
import { linkCode } from './official-link';

const maxOpen = 20;

type Needs = OfficialNeeds & ScopeNeeds;
type Subject = Pick<OfficialChangeRecord, 'login' | 'officialId' | 'name' | 'before' | 'wasRevoked' | 'after'>;

/** Proposes a change about an official, on record. Nothing holds until another official of the same places approved it. */
export const proposeOfficialChange: UseCase<typeof endpoint, Needs> = async (needs, caller, { change, reason }) => {
  const now = needs.clock.now();
  const all = await allOfficials(needs);
  const subject = await subjectOf(needs, caller, change, all);
  if (typeof subject === 'string') return fail(subject);
  const open: OfficialChangeRecord[] = [];
  for await (const batch of needs.store.stream(officialChanges, { where: { state: { in: ['open', 'approved'] } } }))
    open.push(...batch.filter((each) => isUndecided(each) && now < proposalEnds(each)));
  if (open.some(({ login }) => login === subject.login)) return fail('official-change-open');
  if (open.filter(({ proposedBy }) => proposedBy === caller.officialId).length >= maxOpen)
    return fail('official-changes-limit');
  const proposed: OfficialChangeRecord = {
    _id: newId(now, needs.chance.bytes),
    ...{ kind: change.kind, state: 'open', ...subject, reason, wrongCodes: 0 },
    ...{ proposedBy: caller.officialId, proposedAt: now },
    byAdministrator: caller.roles.includes('administrator'),
  };
  await recordAccess(needs, {
    ...{ purpose: 'official-credentials', who: caller.officialId, city: '' },
    ...{ what: subject.officialId, reason: `propose-${change.kind}`, counts: {} },
  });
  await needs.store.insert(officialChanges, proposed);
  const named = subject.name ?? all.find(({ officialId }) => officialId === subject.officialId)?.name;
  const row = changeRow(caller, proposed, named);
  return ok({ change: row, ...(givesLink(change.kind) && { code: await linkCode(needs.keys, proposed) }) });
};

/** Whom a change is about, as they are and would be; or why it cannot be proposed. */
async function subjectOf(needs: Needs, caller: OfficialCaller, change: OfficialChange, all: readonly OfficialRecord[]) {
  if (change.kind === 'add') {
    const { login, name, appointment: after } = change;
    if (!(await isServed(needs, caller, after))) return 'official-place-unknown';
    if (await needs.store.get(officials, login)) return 'official-login-taken';
    if (all.some((each) => isCalled(each, name))) return 'official-name-taken';
    const officialId = newId(needs.clock.now(), needs.chance.bytes);
    return { login, officialId, name, wasRevoked: false, after } satisfies Subject;
  }
  const held = all.find(({ officialId }) => officialId === change.officialId);
  if (!held || !overseesAllOf(caller, held)) return 'official-unknown';
  const wasRevoked = held.revokedAt !== undefined;
  const before = appointmentOf(held);
  const subject: Subject = { login: held._id, officialId: held.officialId, before, wasRevoked };
  if (change.kind === 'credentials') return subject;
  if (wasRevoked) return 'official-is-revoked';
  const after = change.kind === 'change' ? change.appointment : undefined;
  if (after && !(await isServed(needs, caller, after))) return 'official-place-unknown';
  if (after && isSameAppointment(before, after)) return 'official-unchanged';
  if (wouldLackAdministrator(all, held, after)) return 'last-administrator';
  return { ...subject, ...(after && { after }) };
}

/** Whether an appointment names a place at least, all of them served here and the caller's. */
async function isServed(needs: Needs, caller: OfficialCaller, { cities, provinces }: Appointment): Promise<boolean> {
  if (!overseesAllOf(caller, { cities, provinces })) return false;
  const scopes = [
    ...cities.map((code) => ({ level: 'city', code }) as const),
    ...provinces.map((code) => ({ level: 'province', code }) as const),
  ];
  return (await Promise.all(scopes.map((scope) => scopeOf(needs, scope)))).every((found) => found !== undefined);
}
