import type { listAnnouncements as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { settingsWithTerms } from './change-city-terms';

/** All announcements of a city, whether they show now or not. */
export const listAnnouncements: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async (
  { store },
  caller,
  { city },
) => {
  const settings = oversees(caller, cityScope(city)) ? await settingsWithTerms({ store }, city) : undefined;
  return settings ? ok({ announcements: settings.notices }) : fail('city-unknown');
};
