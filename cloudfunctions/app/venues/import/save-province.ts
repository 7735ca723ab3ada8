import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { provinces } from '../records';
import { sortedJson } from './save-city';

/**
 * Brings a province's `settings.json` into the store; says whether anything was written. The same settings twice change
 * nothing. Throws with the place of the mistake: a province does not start with settings that nobody checked.
 */
export async function saveProvince(
  { store, clock }: { readonly store: DocumentStore; readonly clock: Clock },
  json: string,
): Promise<{ readonly province: string; readonly settingsChanged: boolean }> {
  const settings = ProvinceSettings.parse(JSON.parse(json));
  const { province } = settings;
  const record = { _id: province, settings, changedAt: clock.now() };
  const stored = await store.get(provinces, province);
  if (!stored) return { province, settingsChanged: (await store.insert(provinces, record)) === 'inserted' };
  if (sortedJson(stored.settings) === sortedJson(settings)) return { province, settingsChanged: false };
  return { province, settingsChanged: (await store.update(provinces, record, stored._v)) === 'updated' };
}
