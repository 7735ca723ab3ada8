import type { OfficialRole } from '@tongcheng/shared/access';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rights/api';
import { lookedFor, type OwnAccess } from '@tongcheng/shared/rights/wire';
import type { Clock } from '../../ports/clock';
import { unlessDamaged } from '../../ports/damaged-days';
import type { DocumentStore } from '../../ports/document-store';
import type { DayVault } from '../../vault/vault';
import { appealsOf, type OwnAppealsNeeds } from '../appeals/own-appeals';
import { isOwnScan, ownSubjects } from '../appeals/own-scan';
import {
  type AccessEntry,
  aboutDay,
  aboutPerson,
  accessAbout,
  accessLog,
  type TimedAccess,
} from '../audit/access-entry';
import { officials } from '../oversight/official-record';
import { type ScanRecord, scans } from '../rides/scan-record';
import { subjectsOf } from '../rides/scanning/scan-subject';
import type { UseCase } from '../use-case';
import { cities } from '../venues/records';

/** What finding entries about a rider takes: their days and appeals, opened. */
export interface OwnAccessesNeeds extends OwnAppealsNeeds {
  readonly clock: Clock;
}

/** The latest are shown; a rider of every day has some hundred of them within retention. */
const maxShown = 500;

/** Who looked at what is about the caller, when and why: out of the chained log, by the days they rode and what they asked. */
export const ownAccesses: UseCase<typeof api.ownAccesses, OwnAccessesNeeds> = async (needs, caller) =>
  ok({ accesses: [...(await accessesOf(needs, caller))] });

/** The same for an export, which knows for which coaches the rider was registered: whoever opened the manifest of one is there too. */
export async function accessesOf(
  needs: OwnAccessesNeeds,
  caller: RiderCaller,
  departureIds: readonly string[] = [],
): Promise<readonly OwnAccess[]> {
  const ridden = await riddenDays(needs, caller);
  const subjects = new Set([...ridden, ...(await ownRequests(needs, caller)), ...departureIds]);
  const numbers = new Set<string>();
  for (const about of subjects)
    for (const { entry } of (await needs.store.find(accessAbout, { where: { about }, limit: 1_000 })).items)
      numbers.add(entry);
  const latest = [...numbers].sort().slice(-maxShown).reverse();
  const views = latest.map(async (entry) => accessView(needs, entry, await accessOf(needs.store, entry)));
  return (await Promise.all(views)).flat().sort((one, other) => other.at - one.at);
}

/** An access by its number; several were recorded in one link when they came at once. */
async function accessOf(store: DocumentStore, entry: string): Promise<TimedAccess | undefined> {
  const [link = '', place] = entry.split('+');
  const found = await store.get(accessLog, link);
  return place === undefined ? found : found?.more?.[Number(place) - 1];
}

async function ownRequests(needs: OwnAccessesNeeds, caller: RiderCaller): Promise<readonly string[]> {
  const own = caller.personId === undefined ? [] : [await aboutPerson(needs.vault, caller.personId)];
  return [...own, ...(await appealsOf(needs, caller)).map(({ appeal }) => appeal.appealId)];
}

/** The days on which the caller or their family rode, as the log names them; only those that can still be opened. */
async function riddenDays(needs: OwnAccessesNeeds, caller: RiderCaller): Promise<readonly string[]> {
  const { store, vault } = needs;
  const subjects = await ownSubjects(store, caller);
  const ridden: string[] = [];
  for (const day of await store.days(scans))
    for (const { _id: city } of (await store.find(cities, { where: {}, limit: 1_000 })).items) {
      const dayVault = await vault.day(city, day);
      if (!dayVault) continue;
      if (await rodeOn(needs, caller, dayVault, { day, city, rider: { in: subjects.map(dayVault.pseudonym) } }))
        ridden.push(aboutDay(city, day));
    }
  return ridden;
}

interface RiddenDay {
  readonly day: string;
  readonly city: string;
  readonly rider: { readonly in: readonly string[] };
}

/**
 * Of a damaged day nobody knows; who looked at it is shown rather than kept back, but not to an account that sees its own scans only. Where
 * not every scan is the caller's to see, they are looked at one by one: of a member those that the family made.
 */
async function rodeOn({ store }: OwnAccessesNeeds, caller: RiderCaller, dayVault: DayVault, where: RiddenDay) {
  const seesAll = caller.apart !== 'sees-own' && where.rider.in.length <= subjectsOf(caller).length;
  if (seesAll) return (await unlessDamaged(() => store.count(scans, where), 1)) > 0;
  const isHidden = caller.apart === 'sees-own';
  const asked = () => store.find(scans, { where, limit: 1_000 });
  const found = await unlessDamaged<{ readonly items: readonly ScanRecord[] } | undefined>(asked, undefined);
  if (!found) return !isHidden;
  for (const scan of found.items) if (await isOwnScan(store, caller, dayVault, scan)) return true;
  return false;
}

async function accessView(
  { store, clock }: OwnAccessesNeeds,
  entry: string,
  found: TimedAccess | undefined,
): Promise<readonly OwnAccess[]> {
  if (!found) return [];
  const { at, access } = found;
  // A delay that a law allows ends by itself.
  if (access.shownFrom !== undefined && clock.now() < access.shownFrom) return [];
  const purpose = lookedFor.find((known) => known === access.purpose);
  if (!purpose) return [];
  const { reason, day } = access;
  const who = await lookerOf(store, access);
  return [{ entry, at, who, purpose, ...(reason !== undefined && { reason }), ...(day !== undefined && { day }) }];
}

/** The kind of office: names of officials are theirs, and a rider's complaint names the entry instead. */
async function lookerOf(store: DocumentStore, { purpose, who }: AccessEntry['access']): Promise<OwnAccess['who']> {
  if (purpose === 'own-data' || purpose === 'temporary-pass') return 'rider';
  if (purpose === 'identity-proof' || purpose === 'card-unlinked') return 'desk';
  if (purpose === 'daily-report') return 'timer';
  const { items } = await store.find(officials, { where: { officialId: who }, limit: 1 });
  const [official] = items;
  return official ? officeOf(official.roles) : 'recipient';
}

const officeOf = (roles: readonly OfficialRole[]): OwnAccess['who'] => {
  if (roles.includes('health') || roles.includes('health-supervisor')) return 'health';
  return roles.includes('bureau') ? 'bureau' : 'operator';
};
