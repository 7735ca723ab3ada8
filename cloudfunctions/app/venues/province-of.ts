import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { provinces } from './records';
import { makeShortCache } from './short-cache';

/** The settings of a province that uses the product, at most five seconds old; undefined for every other one. */
export type ProvinceOf = (province: string) => Promise<ProvinceSettings | undefined>;

/** Makes the reader of province settings that all capabilities share. */
export const makeProvinceOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): ProvinceOf =>
  makeShortCache(clock, async (province) => (await store.get(provinces, province))?.settings);
