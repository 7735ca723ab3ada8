import type { listPasses as endpoint } from '@tongcheng/shared/passes/api';
import { recordDays } from '@tongcheng/shared/passes/terms';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { issuesLeft, type MonthIssuesNeeds } from './month-issues';
import { type OwnPassesNeeds, passesOf } from './own-passes';
import { passCity } from './pass-city';
import { passView } from './pass-view';

interface Needs extends MonthIssuesNeeds, OwnPassesNeeds {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
}

/** More were never issued to one person in a month, and paper passes of a counter. */
const most = 100;

/** P-09: the passes of a verified rider in the last month, and how many they may still apply for. */
export const listPasses: UseCase<typeof endpoint, Needs> = async (needs, { personId, memberId }, { city }) => {
  const chosen = await passCity(needs.cityOf, city);
  if (!chosen.ok) return chosen;
  const subject =
    personId === undefined || memberId !== undefined ? undefined : await needs.vault.subjectOfPerson(personId);
  if (subject === undefined) return fail('not-authenticated');
  const now = needs.clock.now();
  const all = await passesOf(needs, subject, { from: addDays(dayOf(now), -recordDays), city });
  return ok({
    passes: all.slice(0, most).map((pass) => passView(pass, now)),
    left: await issuesLeft(needs, subject, now),
  });
};
