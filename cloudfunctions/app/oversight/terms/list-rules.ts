import type { listRules as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { readTerms, settingsWithTerms } from './change-city-terms';
import { proposalsOpenAt } from './rule-change';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** The admission rules of a city in all their versions, and what waits for a second official. */
export const listRules: UseCase<typeof endpoint, Needs> = async (needs, caller, { city }) => {
  const settings = oversees(caller, cityScope(city)) ? await settingsWithTerms(needs, city) : undefined;
  if (!settings) return fail('city-unknown');
  const { proposals } = await readTerms(needs, city);
  return ok({ rules: settings.admissionRules, proposals: proposalsOpenAt(proposals, needs.clock.now()) });
};
