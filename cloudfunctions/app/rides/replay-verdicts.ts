import { chooseRule, realNameOnly } from '@tongcheng/shared/rides/choose-rule';
import { decide } from '@tongcheng/shared/rides/decide';
import type { Day } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { DocumentStore } from '../../ports/document-store';
import type { DayVault, Vault } from '../../vault/vault';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { ruleVersionId, ruleVersions } from '../venues/rule-version-record';
import { type ScanRecord, scans } from './scan-record';
import { verdictFactsIn } from './scanning/verdict-facts';

/** What a replay needs. */
export interface ReplayNeeds extends AuditNeeds {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'day'>;
}

/** What replaying a day found; undefined where its key was destroyed. */
export interface VerdictReplay {
  /** Verdicts that follow again from their facts under the rule of their time. */
  readonly equal: number;
  /** Of earlier releases, which sealed no facts. */
  readonly withoutFacts: number;
  /** Ids of records that do not: changed by hand, sealed elsewhere, or under a rule that never was. */
  readonly different: readonly string[];
}

/** So many are named; more say nothing more. */
const mostNamed = 100;

/**
 * Decides every verdict of a city's day again, from the facts sealed in its record and the version of the rule that it names, and compares all that it
 * said. Recorded first: seals are opened. Names nobody.
 */
export async function replayVerdicts(needs: ReplayNeeds, city: string, day: Day): Promise<VerdictReplay | undefined> {
  const { store, vault } = needs;
  await recordAccess(needs, {
    purpose: 'verdict-replay',
    who: 'installation',
    city,
    day,
    what: `${city}.${day}`,
    counts: {},
  });
  const dayVault = await vault.day(city, day);
  if (!dayVault) return undefined;
  const rules = await rulesOf(store, city);
  let [equal, withoutFacts] = [0, 0];
  const different: string[] = [];
  for await (const batch of store.stream(scans, { where: { day, city } }))
    for (const scan of batch) {
      if (scan.corrects) continue;
      const replayed = replay(dayVault, rules, scan);
      if (replayed === 'equal') equal += 1;
      else if (replayed === 'without-facts') withoutFacts += 1;
      else if (different.length < mostNamed) different.push(scan._id);
    }
  return { equal, withoutFacts, different };
}

async function rulesOf(store: DocumentStore, city: string): Promise<ReadonlyMap<string, AdmissionRule>> {
  const fallback = realNameOnly(city);
  const rules = new Map([[ruleVersionId(fallback), fallback]]);
  for await (const batch of store.stream(ruleVersions, { where: { city } }))
    for (const { _id, rule } of batch) rules.set(_id, rule);
  return rules;
}

function replay(
  dayVault: DayVault,
  rules: ReadonlyMap<string, AdmissionRule>,
  scan: ScanRecord,
): 'equal' | 'different' | 'without-facts' {
  const { _id, city, mode, venueId, lineId, scannedAt, recordedAt, sealed } = scan;
  const known = factsOf(dayVault, _id, sealed);
  if (known === 'broken') return 'different';
  if (known === undefined) return 'without-facts';
  const rule = rules.get(ruleVersionId({ city, ruleId: scan.ruleId, version: scan.ruleVersion }));
  const place = { city, mode, venueId, ...(lineId !== undefined && { lineId }) };
  // A rule that was ended since may have had no end then: where and from when it held is compared, not until when.
  if (!rule || chooseRule([withoutEnd(rule)], place, scannedAt).ruleId !== rule.ruleId) return 'different';
  const { facts, decidedAt } = known;
  const { decision, reasons, colour, status } = decide(rule, facts, decidedAt === 'scanned' ? scannedAt : recordedAt);
  const isEqual =
    decision === scan.decision &&
    reasons.join() === scan.reasons.join() &&
    colour === scan.colour &&
    status?.source === scan.statusSource;
  return isEqual ? 'equal' : 'different';
}

function factsOf(dayVault: DayVault, recordId: string, sealed: string) {
  try {
    return verdictFactsIn(dayVault.open(recordId, sealed).facts);
  } catch {
    return 'broken';
  }
}

const withoutEnd = ({ to: _to, ...rule }: AdmissionRule): AdmissionRule => rule;
