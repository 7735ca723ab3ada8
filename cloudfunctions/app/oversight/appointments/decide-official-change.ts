import type { decideOfficialChange as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { recordAccess } from '../../audit/record-access';
import type { SessionNeeds } from '../../sessions/session-record';
import { endSessionsOf } from '../../sessions/sessions';
import type { UseCase } from '../../use-case';
import type { OfficialNeeds } from '../first-officials';
import { type OfficialRecord, officials } from '../official-record';
import { allOfficials, replaceOfficial, wouldLackAdministrator } from './administrators';
import {
  appointmentOf,
  changeDigest,
  givesLink,
  isLinkOpen,
  isSameAppointment,
  isUndecided,
  isWithin,
  linkEnds,
  proposalEnds,
  standingOf,
} from './official-change';
import { type OfficialChangeRecord, officialChanges } from './official-change-record';
import { linkToken } from './official-link';

interface Needs extends OfficialNeeds, SessionNeeds {
  readonly publicUrl: string;
}

/**
 * Approves or rejects what another official proposed about an official, on record first. An approval names the proposal that was looked
 * at and holds for a week; what it ends, ends on every host within five seconds. Who proposed may withdraw it, and an open link can be ended by
 * whoever may decide.
 */
export const decideOfficialChange: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const held = await needs.store.get(officialChanges, input.changeId);
  const now = needs.clock.now();
  if (!held || !isWithin(caller, held) || !(isUndecided(held) || isLinkOpen(held, now)))
    return fail('nothing-to-decide');
  const { _v, ...change } = held;
  const standing = standingOf(caller, change);
  const record = (verb: string) =>
    recordAccess(needs, {
      ...{ purpose: 'official-credentials', who: caller.officialId, city: '' },
      ...{ what: change.officialId, reason: `${verb}-${change.kind}`, counts: {} },
    });
  if (standing === 'subject') return fail('official-is-subject');
  const decided = { ...change, decidedBy: caller.officialId, decidedAt: now };
  if (!input.approve) {
    await record(standing === 'proposer' ? 'withdraw' : 'reject');
    const rejected = await needs.store.update(officialChanges, { ...decided, state: 'rejected' as const }, _v);
    return rejected === 'updated' ? ok({}) : decideOfficialChange(needs, caller, input);
  }
  if (!isUndecided(change)) return fail('nothing-to-decide');
  const refused = refusalOf(standing) ?? (await refusalOfApproval(needs, change, input.proposal));
  if (refused !== undefined) return fail(refused);
  await record('approve');
  const approved = { ...decided, state: 'approved' } as const;
  if ((await needs.store.update(officialChanges, approved, _v)) === 'conflict')
    return decideOfficialChange(needs, caller, input);
  if (givesLink(change.kind)) {
    const url = `${needs.publicUrl}/console/#/welcome/${await linkToken(needs.keys, approved)}`;
    return ok({ link: { url, endsAt: linkEnds(approved) } });
  }
  const outcome = await carryOut(needs, approved);
  const after = outcome === 'replaced' ? ({ ...approved, state: 'done' } as const) : change;
  await needs.store.update(officialChanges, after, _v + 1);
  return outcome === 'replaced' ? ok({}) : fail(outcome);
};

function refusalOf(standing: ReturnType<typeof standingOf>) {
  if (standing === 'proposer') return 'second-person-needed' as const;
  return standing === 'no-administrator' ? ('administrator-needed' as const) : undefined;
}

/** What keeps a change from being approved now, besides who asks. */
async function refusalOfApproval({ store, clock }: Needs, change: OfficialChangeRecord, proposal: string | undefined) {
  if (proposal !== changeDigest(change)) return 'proposal-changed' as const;
  if (clock.now() >= proposalEnds(change)) return 'proposal-expired' as const;
  const { items } = await store.find(officials, { where: { officialId: change.proposedBy }, limit: 1 });
  const [proposer] = items;
  if (!proposer || proposer.revokedAt !== undefined || !isWithin(proposerPlaces(proposer), change))
    return 'proposer-not-entitled' as const;
  if (change.byAdministrator && !proposer.roles.includes('administrator')) return 'proposer-not-entitled' as const;
  const subject = await store.get(officials, change.login);
  if (change.kind === 'add') return subject && ('official-login-taken' as const);
  if (!subject || !isAsProposed(subject, change)) return 'official-changed' as const;
  if (change.kind === 'credentials') return undefined;
  const isLast = wouldLackAdministrator(await allOfficials({ store }), subject, change.after);
  return isLast ? ('last-administrator' as const) : undefined;
}

const proposerPlaces = ({ cities, provinces }: OfficialRecord) => ({ cities, ...(provinces && { provinces }) });

/** Whether an official is still as a proposal found them. */
const isAsProposed = (official: OfficialRecord, { before, wasRevoked }: OfficialChangeRecord): boolean =>
  before !== undefined &&
  isSameAppointment(appointmentOf(official), before) &&
  (official.revokedAt !== undefined) === wasRevoked;

/** Gives an official their new roles and places, or lets them in no more; their sessions end. */
async function carryOut(
  needs: Needs,
  change: OfficialChangeRecord,
): Promise<'replaced' | 'last-administrator' | 'official-changed'> {
  const held = await needs.store.get(officials, change.login);
  if (!held || !isAsProposed(held, change)) return 'official-changed';
  const { _v, ...official } = held;
  const outcome = await replaceOfficial(needs, held, nextOf(official, change));
  if (outcome === 'conflict') return carryOut(needs, change);
  if (outcome === 'replaced') await endSessionsOf(needs, official.officialId);
  return outcome;
}

function nextOf(
  official: OfficialRecord,
  { after, reason, decidedBy = '', decidedAt = 0 }: OfficialChangeRecord,
): OfficialRecord {
  if (!after) return { ...official, revokedAt: decidedAt, revokedBy: decidedBy, revokedReason: reason };
  const { provinces: _provinces, ...rest } = official;
  const { roles, cities, provinces } = after;
  return { ...rest, roles, cities, ...(provinces.length > 0 && { provinces }) };
}
