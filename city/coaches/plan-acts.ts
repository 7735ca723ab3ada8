import { dayOf, dayStart, hourMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Dice } from '../chance';
import type { Person } from '../people/person';
import type { FoundOnArrival, Helped, IncompleteReason, Party, PlannedAct } from './planned-departure';
import type { Kind } from './route';

/** Where the acts of a departure follow from. */
export interface Planning {
  readonly dice: Dice;
  readonly order: number;
  readonly kind: Kind;
  readonly isPaper: boolean;
  /** The crew confirms it, its passengers stand in the ledger. */
  readonly isOnPaper: boolean;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  /** Whether somebody of the province verifies the arrival. */
  readonly isVerified: boolean;
  /** The plate of the coach that takes over. */
  readonly spare: string;
  /** Whoever gets on. */
  readonly people: readonly Person[];
  /** Whoever may be found on no list on arrival; before a copied code, those of the other coach. */
  readonly strangers: readonly Person[];
  /** The city in which a copied code is shown. */
  readonly elsewhere: string;
}

const reasons: readonly (readonly [IncompleteReason, number])[] = [
  ['refused-to-register', 3],
  ['count-uncertain', 4],
  ['no-network', 2],
  ['other', 1],
];

/** Everything that is done for a departure, in the order of time. */
export function actsOf(planning: Planning): readonly PlannedAct[] {
  const { isPaper, isOnPaper, kind, people, departsAt } = planning;
  // The clerk types the day's papers in the evening, in any case when the coach has left.
  const eveningAt = dayStart(dayOf(departsAt)) + 21 * hourMs;
  const files: PlannedAct = { kind: 'files', at: Math.max(eveningAt, departsAt + hourMs), people };
  if (isPaper) return [files];
  if (isOnPaper)
    return [
      { kind: 'opens', at: departsAt - 30 * minuteMs },
      { kind: 'leaves', at: departsAt + 2 * minuteMs },
      ...(kind === 'ledger-lost' ? [] : [files]),
    ];
  return [...boarding(planning), ...leaving(planning), ...arrival(planning)].sort((a, b) => a.at - b.at);
}

/** One in ten crews has no network when they register the departure; its passengers come before it does. */
const offlineEvery = 10;

/** Of one in three tickets are sold ahead, before its crew confirms it. */
const ticketedEvery = 3;
const soldBeforeMs = 55 * minuteMs;

function boarding({ dice, order, kind, departsAt, people, strangers, elsewhere }: Planning): readonly PlannedAct[] {
  const opensAt = departsAt - (35 + dice.below(15)) * minuteMs;
  const isOffline = order % offlineEvery === 6;
  const opens: PlannedAct = {
    ...{ kind: 'opens', at: opensAt },
    ...(isOffline && { deliverAt: departsAt - (1 + dice.below(4)) * minuteMs }),
  };
  const isTicketed = (kind === 'ordinary' || kind === 'to-beijing') && order % ticketedEvery === 0 && !isOffline;
  const sells: readonly PlannedAct[] = isTicketed ? [{ kind: 'sells', at: departsAt - soldBeforeMs, people }] : [];
  const left = unregistered(dice, order, people.length);
  const registered = people.slice(left);
  const within = departsAt - 6 * minuteMs - (opensAt + minuteMs);
  const when = () => opensAt + minuteMs + Math.floor(dice.next() * within);
  const { parties, helped } = partsOf(dice, registered, kind === 'charter');
  const registers = parties.map((party): PlannedAct => ({ kind: 'registers', at: when(), party }));
  const helps = helped.map((each): PlannedAct => ({ kind: 'helps', at: when(), helped: each }));
  const copied: readonly PlannedAct[] =
    kind === 'copied'
      ? [
          {
            kind: 'registers',
            at: departsAt - 5 * minuteMs,
            party: { order: parties.length, people: strangers },
            elsewhere,
          },
        ]
      : [];
  const [gone] = parties;
  const withdraws = gone && order % 12 === 4;
  return [
    ...sells,
    opens,
    ...registers,
    ...helps,
    ...copied,
    ...(withdraws ? [{ kind: 'withdraws', at: departsAt - 5 * minuteMs, party: gone } as const] : []),
  ];
}

/** Of one departure in seven somebody aboard is not registered. */
function unregistered(dice: Dice, order: number, aboard: number): number {
  return order % 7 === 5 ? Math.min(aboard - 1, 1 + dice.below(2)) : 0;
}

/** A charter comes with its guide, who types everybody; of others one in five has no phone. */
function partsOf(dice: Dice, people: readonly Person[], isCharter: boolean) {
  const helped: Helped[] = [];
  const parties: Party[] = [];
  let rest = people;
  while (rest.length > 0) {
    const [first] = rest;
    const size = isCharter ? 30 : dice.weighted(partySizes);
    if (first && !isCharter && dice.happens(0.2)) {
      helped.push({ order: helped.length, person: first, by: dice.happens(0.5) ? 'crew' : 'desk' });
      rest = rest.slice(1);
      continue;
    }
    parties.push({ order: parties.length, people: rest.slice(0, size) });
    rest = rest.slice(size);
  }
  return { parties, helped };
}

const partySizes: readonly (readonly [number, number])[] = [
  [1, 5],
  [2, 4],
  [3, 2],
  [4, 1],
];

function leaving({ dice, order, kind, departsAt, spare, people }: Planning): readonly PlannedAct[] {
  const incomplete = order % 7 === 5;
  const reason = incomplete ? { reason: dice.weighted(reasons) } : {};
  const leaves = (at: Instant): PlannedAct => ({ kind: 'leaves', at, ...reason });
  // Somebody came whom nobody had counted, or somebody did not come.
  const counts: readonly PlannedAct[] =
    order % 12 === 4 ? [{ kind: 'counts', at: departsAt - 2 * minuteMs, aboard: people.length - 1 }] : [];
  switch (kind) {
    case 'cancelled':
      return [{ kind: 'cancels', at: departsAt - 8 * minuteMs, reason: 'coach-trouble' }];
    case 'forgotten':
      return counts;
    case 'rescheduled':
      return [
        { kind: 'reschedules', at: departsAt - 12 * minuteMs, departsAt: departsAt + 20 * minuteMs },
        leaves(departsAt + 22 * minuteMs),
      ];
    case 'replaced':
      return [{ kind: 'replaces', at: departsAt - 4 * minuteMs, plate: spare }, leaves(departsAt + 3 * minuteMs)];
    default:
      return [...counts, leaves(departsAt + dice.below(5) * minuteMs)];
  }
}

/** Of one arrival in six somebody is missing, and whoever sat before a copied code; where the kind says so somebody is there who stood on no list; one in nine stays open. */
function arrival({ dice, order, kind, arrivesAt, isVerified, strangers }: Planning): readonly PlannedAct[] {
  if (!isVerified || kind === 'cancelled') return [];
  const found: FoundOnArrival = {
    absent: kind === 'copied' ? strangers.length : order % 6 === 1 ? 1 + dice.below(2) : 0,
    added: kind === 'added-late' ? strangers : [],
    closes: order % 9 !== 8,
  };
  return [{ kind: 'verifies', at: arrivesAt + (4 + dice.below(8)) * minuteMs, found }];
}
