import type { PassView } from '@tongcheng/shared/passes/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import { unlessDamaged } from '../../ports/damaged-days';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { type PassRecord, passes } from './pass-record';
import { passView } from './pass-view';

/** What finding the passes of a person takes. */
export interface OwnPassesNeeds {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'day' | 'liveDays'>;
}

/** More of one person in one day there never are: three a month on phones, and paper. */
const mostADay = 50;

/** The passes of the holder of a document (P-09), from a day on and on days whose key lives; of one city or of all. Latest first. */
export async function passesOf(
  needs: OwnPassesNeeds,
  subject: string,
  within: { readonly from: Day; readonly city?: string },
): Promise<readonly PassRecord[]> {
  const scopes = (await needs.vault.liveDays()).filter(
    ({ keyClass, city, day }) =>
      keyClass === 'city' && day >= within.from && (within.city === undefined || city === within.city),
  );
  const all: PassRecord[] = [];
  for (const { city, day } of scopes) all.push(...(await unlessDamaged(() => passesOn(needs, subject, city, day), [])));
  return all.sort((one, other) => other.issuedAt - one.issuedAt);
}

/** All passes of a person in their export. */
export async function exportedPasses(
  needs: OwnPassesNeeds,
  subject: string,
  now: Instant,
): Promise<readonly (PassView & { readonly city: string })[]> {
  const all = await passesOf(needs, subject, { from: '' });
  return all.map((pass) => ({ ...passView(pass, now), city: pass.city }));
}

async function passesOn({ store, vault }: OwnPassesNeeds, subject: string, city: string, day: Day) {
  const key = await vault.day(city, day);
  if (!key) return [];
  const where = { day, city, pseudonym: key.pseudonym(subject) };
  return (await store.find(passes, { where, limit: mostADay })).items;
}
