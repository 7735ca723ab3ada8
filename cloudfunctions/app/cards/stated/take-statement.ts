import type { PartnerCaller } from '@tongcheng/shared/caller';
import type { StatedWay } from '@tongcheng/shared/cards/api';
import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import type { LinkFailure, LinkOutcome } from '@tongcheng/shared/cards/partner-api';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { newDayId } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, speaksFor } from '@tongcheng/shared/scope';
import { dayOf, type Instant, minuteMs, wholeDayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import { checkHolder } from '../../identity/verification/check-claim';
import type { CityOf } from '../../venues/cached-records';
import { linkToGates, type TokenNeeds } from '../card-tokens';
import { countLinking } from '../count-linking';
import { claimStated, releaseStated } from './claim-stated';
import { type StatedFacts, sealFacts, statedFacts } from './stated-facts';
import { type StatedCard, statedCards, statedHolder } from './stated-record';

/** What taking a partner's word of a card takes. */
export interface StatementNeeds extends TokenNeeds {
  readonly cityOf: CityOf;
}

/** What a partner says of one card; without a holder it is taken back. */
export interface PartnerStatement {
  readonly city: string;
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly at: Instant;
  readonly how: StatedWay;
  readonly holder?: { readonly name: string; readonly documentKind: DocumentKind; readonly documentNumber: string };
}

type Came = Result<LinkOutcome, LinkFailure>;

/** Clocks differ by so much. */
const clockToleranceMs = 5 * minuteMs;

/**
 * Takes a partner's word of one card (B-03, B-05). Of one card the highest version holds, in whatever order and however often they come; the claim comes
 * first, then the record, then gates, and repeating completes what broke off.
 */
export async function takeStatement(
  needs: StatementNeeds,
  caller: PartnerCaller,
  told: PartnerStatement,
): Promise<Came> {
  const kind = await kindOf(needs, caller, told);
  if (!kind.ok) return kind;
  const number = plainCode(told.number);
  if (!isCardNumber(number)) return fail('card-refused');
  const now = needs.clock.now();
  if (told.at > now + clockToleranceMs) return fail('link-time-refused');
  const facts = factsOf(told, kind.value, number, now);
  if (!facts.ok) return facts;
  const said = await recordOf(needs, caller, told, number);
  const held = await needs.store.get(statedCards, said._id);
  const base = held ? { ...said, cardId: held.cardId } : said;
  if (held && held.version > base.version) return ok('superseded');
  if (held?.version === base.version)
    return held.digest === base.digest ? completed(needs, held) : fail('link-version-taken');
  if (held?.state === 'undone' && told.how !== 'consent') return ok('undone');
  const came = facts.value ? await link(needs, base, facts.value, held) : await withdraw(needs, base, held);
  return came ?? takeStatement(needs, caller, told);
}

/** The kind of card, where the partner may link one in this city. */
async function kindOf(
  needs: StatementNeeds,
  { scopes, cardKinds }: PartnerCaller,
  { city, kind }: PartnerStatement,
): Promise<Result<CardKind, LinkFailure>> {
  const settings = speaksFor(scopes, cityScope(city)) ? await needs.cityOf(city) : undefined;
  if (!settings) return fail('city-unknown');
  const known = settings.cardKinds.find((each) => each.kind === kind);
  return known && cardKinds.includes(kind) ? ok(known) : fail('card-kind-refused');
}

/** Facts in their stored forms; undefined where the card is taken back; refused before the day from which the city links such cards so. */
function factsOf(
  { how, at, holder }: PartnerStatement,
  { linksFrom, topUpLinksFrom }: CardKind,
  number: string,
  now: Instant,
): Result<StatedFacts | undefined, LinkFailure> {
  if (!holder) return ok(undefined);
  if (linksFrom !== undefined && dayOf(at) < linksFrom) return fail('linking-not-begun');
  if (how === 'top-up' && (topUpLinksFrom === undefined || dayOf(at) < topUpLinksFrom))
    return fail('linking-not-begun');
  const checked = checkHolder(holder, dayOf(now));
  return checked.ok ? ok({ number, ...checked.value }) : fail(checked.failure.code);
}

/** The record as it is once the card is taken back. */
async function recordOf(
  { vault, clock, chance }: StatementNeeds,
  { partnerId, name }: PartnerCaller,
  told: PartnerStatement,
  number: string,
): Promise<StatedCard> {
  const { city, kind, version, how } = told;
  return {
    _id: await vault.blindIndex('stated-card', `${partnerId}:${kind}:${number}`),
    cardId: newDayId(clock.now(), chance.bytes),
    claimId: await vault.blindIndex('card', `${kind}:${number}`),
    holderId: '',
    ...{ city, kind, state: 'withdrawn', how, partnerId, by: name, version },
    digest: await vault.blindIndex('stated-card-said', JSON.stringify({ ...told, number })),
    statedAt: wholeDayOf(clock.now()),
    sealed: '',
  };
}

/** Undefined where another version came between. */
async function link(
  needs: StatementNeeds,
  base: StatedCard,
  facts: StatedFacts,
  held: (StatedCard & { readonly _v: number }) | undefined,
): Promise<Came | undefined> {
  const { _id, claimId } = base;
  const holderId = statedHolder(needs.vault.subjectOf(facts.documentKind, facts.documentNumber));
  const claimed = await claimStated(needs, { claimId, holderId, cardId: _id });
  if (claimed !== 'claimed') return claimed === 'bound-here' ? ok('linked-before') : fail('card-bound-elsewhere');
  const record: StatedCard = { ...base, holderId, state: 'linked', sealed: sealFacts(needs.vault, _id, facts) };
  if (!(await written(needs, record, held))) return undefined;
  await tell(needs, record, facts.number);
  return ok('linked');
}

/** The number is free before the record says so: repeating completes it. Undefined where another version came between. */
async function withdraw(
  needs: StatementNeeds,
  base: StatedCard,
  held: (StatedCard & { readonly _v: number }) | undefined,
): Promise<Came | undefined> {
  if (held) await releaseStated(needs, held);
  return (await written(needs, base, held)) ? ok('withdrawn') : undefined;
}

/** The same words again: what broke off after the record is done now. */
async function completed(needs: StatementNeeds, held: StatedCard): Promise<Came> {
  if (held.state === 'linked') await tell(needs, held, (await statedFacts(needs.vault, held)).number);
  return ok('same');
}

/** Gates hear of the card, and it is counted. */
async function tell(needs: StatementNeeds, record: StatedCard, number: string): Promise<void> {
  const { cardId, holderId: personId, claimId, kind, city, statedAt: boundAt } = record;
  await linkToGates(needs, { personId, claimId, kind, number });
  await countLinking(needs, city, { cardId, kind, boundAt });
}

/** Whether the record was written; false where another version came between. */
async function written(
  { store }: StatementNeeds,
  record: StatedCard,
  held: { readonly _v: number } | undefined,
): Promise<boolean> {
  return held
    ? (await store.update(statedCards, record, held._v)) === 'updated'
    : (await store.insert(statedCards, record)) === 'inserted';
}
