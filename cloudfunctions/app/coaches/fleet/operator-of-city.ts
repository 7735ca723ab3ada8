import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../../ports/document-store';
import { operators } from '../../venues/operator-record';
import { type CoachCity, type CoachCityNeeds, coachCity } from '../coach-city';

/** Whose list is asked for. */
export interface OfOperator {
  readonly city: string;
  readonly operatorId: string;
}

/** The rules of the city whose operator an official asks about; refused where the city is not theirs or the operator not the city's. */
export async function operatorOfCity(
  needs: CoachCityNeeds & { readonly store: DocumentStore },
  caller: OfficialCaller,
  { city, operatorId }: OfOperator,
): Promise<Result<CoachCity, 'city-unknown' | 'capability-absent' | 'operator-unknown'>> {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  return (await needs.store.get(operators, operatorId))?.city === city ? ok(place.value) : fail('operator-unknown');
}
