import type { Scope } from '@tongcheng/shared/scope';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { DocumentStore } from '../../ports/document-store';
import type { CityOf, ProvinceOf } from './cached-records';
import { cities, provinces } from './records';

/** A city or a province with its settings. */
export type ScopeSettings =
  | { readonly level: 'city'; readonly code: string; readonly settings: CitySettings }
  | { readonly level: 'province'; readonly code: string; readonly settings: ProvinceSettings };

/** What reading the settings of either level needs. */
export interface ScopeNeeds {
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
}

/** A city or a province with its settings, at most five seconds old; undefined when it does not use the product. */
export async function scopeOf(
  { cityOf, provinceOf }: ScopeNeeds,
  { level, code }: Scope,
): Promise<ScopeSettings | undefined> {
  if (level === 'city') {
    const settings = await cityOf(code);
    return settings && { level, code, settings };
  }
  const settings = await provinceOf(code);
  return settings && { level, code, settings };
}

/** Every city and province with its settings, as they are kept: for timers. */
export async function* allScopes(store: DocumentStore): AsyncGenerator<ScopeSettings> {
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) yield { level: 'city', code: settings.city, settings };
  for await (const batch of store.stream(provinces, { where: {} }))
    for (const { settings } of batch) yield { level: 'province', code: settings.province, settings };
}
