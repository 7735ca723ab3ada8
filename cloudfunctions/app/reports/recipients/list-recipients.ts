import type { listRecipients as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import type { CityOf } from '../../venues/city-of';
import { recipients } from '../records';
import { recipientRow } from '../rows';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** Everybody who receives a city's reports, or may come to. */
export const listRecipients: UseCase<typeof endpoint, Needs> = async ({ store, cityOf }, caller, { city }) => {
  if (!caller.cities.includes(city) || !(await cityOf(city))) return fail('city-unknown');
  const { items } = await store.find(recipients, { where: { city }, limit: 1_000 });
  return ok({ recipients: items.map(recipientRow) });
};
