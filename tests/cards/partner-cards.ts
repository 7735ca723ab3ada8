import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import * as z from 'zod';
import { type GateTown, openGateTown } from '../gates/gate-town';
import { openPartner } from '../world/key-holders';
import { people } from '../world/people';
import type { Answered } from '../world/town';

/** Gates know these kinds of cards in the first city besides its own. */
export const appKind = 'app-try';
const text = { zh: '试', en: 'Trial' };
const kindOf = (kind: string, more: Partial<CardKind> = {}): CardKind => ({ kind, name: text, hint: text, ...more });

/** A town with gates in which cards of two kinds are linked by partners. */
export async function openCardTown(more: Partial<CardKind> = {}): Promise<GateTown> {
  const town = await openGateTown();
  const stored = await town.needs.store.get(cities, '420100');
  if (!stored) throw new Error('no city');
  const { _v, ...record } = stored;
  const { settings } = record;
  const cardKinds = [...settings.cardKinds, kindOf(appKind, { numberAt: 'app', ...more }), kindOf('issued', more)];
  await town.needs.store.update(cities, { ...record, settings: { ...settings, cardKinds } }, _v);
  town.pass(6_000);
  return town;
}

/** A partner that may link these kinds. */
export async function cardPartner(town: GateTown, cardKinds: readonly string[] = [appKind, 'issued', 'wuhantong']) {
  const partner = await openPartner(town.town, 'card-company', 'k1', { cardKinds });
  return {
    ...partner,
    ask: (operation: string, input: unknown) => town.town.ask(operation, partner.request(operation, input)),
    link: (cards: readonly unknown[]) =>
      town.town.ask('cards.link-by-partner', partner.request('cards.link-by-partner', { cards })),
    topUp: (topUps: readonly unknown[]) =>
      town.town.ask('cards.hand-in-top-ups', partner.request('cards.hand-in-top-ups', { topUps })),
  };
}
export type CardPartner = Awaited<ReturnType<typeof cardPartner>>;

/** A resident of the tests, as a partner knows them. */
export function holderOf(index: number) {
  const person = people[index];
  if (!person) throw new Error('no such person');
  const { name, documentKind, documentNumber } = person;
  return { name, documentKind, documentNumber };
}

/** What a partner says of one card. */
export const told = (town: GateTown, number: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ city: '420100', kind: appKind, number, version: 1, at: town.needs.clock.now() },
  ...more,
});

const Items = z.object({
  items: z.array(z.object({ outcome: z.string().optional(), failure: z.object({ code: z.string() }).optional() })),
});

/** What came of each card: its outcome or the code of its refusal. */
export const cameOf = (answer: Answered): readonly string[] =>
  answer.ok
    ? Items.parse(answer.value).items.map(({ outcome, failure }) => outcome ?? failure?.code ?? 'nothing')
    : [answer.failure?.code ?? 'nothing'];
