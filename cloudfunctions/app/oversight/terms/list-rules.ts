import type { listRules as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { readTerms, settingsWithTerms } from './change-city-terms';
import { proposalsOpenAt } from './rule-change';
import { rulesView } from './rules-view';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** The admission rules of a city in all their versions, and what waits for a second official. */
export const listRules: UseCase<typeof endpoint, Needs> = async (needs, caller, { city }) => {
  const settings = oversees(caller, cityScope(city)) ? await settingsWithTerms(needs, city) : undefined;
  if (!settings) return fail('city-unknown');
  const { proposals } = await readTerms(needs, city);
  const open = proposalsOpenAt(proposals, needs.clock.now());
  return ok(
    await rulesView(needs.store, {
      city,
      rules: settings.admissionRules,
      proposals: open,
      placeSets: settings.placeSets,
    }),
  );
};
