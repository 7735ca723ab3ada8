import { formatInstant, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import type { Say } from '../../ui/language';
import { venueLine } from '../../ui/venue-line';
import type { GateHealth } from './gate-health';
import { gateHealths } from './gate-health';
import { type GateLine, keptShutBy } from './gate-lines';
import { directionTexts, gateHealthTexts, gateKindTexts, gateTexts as texts } from './gate-texts';

const order: Readonly<Record<string, number>> = Object.fromEntries(gateHealths.map((health, index) => [health, index]));
const rank = (health: GateHealth): number => order[health] ?? gateHealths.length;

/** A length of time in the largest unit that says enough. */
function lengthText(ms: number | undefined, say: Say): string {
  if (ms === undefined) return '—';
  const length = Math.abs(ms);
  if (length < minuteMs) return say(texts.seconds, { n: Math.round(length / 1_000) });
  if (length < 2 * hourMs) return say(texts.minutes, { n: Math.floor(length / minuteMs) });
  return say(texts.hours, { n: Math.floor(length / hourMs) });
}

const placeText = ({ gate: { venue, venueId } }: GateLine, say: Say): string => {
  if (venue) return venueLine(venue, say);
  return venueId ?? say(texts.unknownPlace);
};

const wayText = ({ gate: { place } }: GateLine, say: Say): string =>
  place ? [say(directionTexts[place.direction]), place.lane].filter(Boolean).join(' · ') : '—';

const kindText = ({ gate: { kind } }: GateLine, say: Say): string =>
  kind === 'reader' ? say(gateKindTexts.reader) : say(gateKindTexts.gate);

/** The columns of the list of gates; what few look at is spare. */
export const gateColumns: readonly TableColumn<GateLine>[] = [
  { id: 'name', name: texts.name, text: ({ gate }) => gate.name, order: ({ gate }) => gate.name, kind: 'head' },
  { id: 'where', name: texts.where, text: placeText, kind: 'name' },
  { id: 'direction', name: texts.direction, text: wayText },
  {
    id: 'health',
    name: texts.health,
    text: ({ health }, say) => say(gateHealthTexts[health]),
    order: ({ health }) => rank(health),
    kind: 'name',
  },
  {
    id: 'age',
    name: texts.setAge,
    text: ({ age }, say) => lengthText(age, say),
    order: ({ age }) => age ?? Number.POSITIVE_INFINITY,
    kind: 'number',
  },
  {
    id: 'refused',
    name: texts.refused,
    text: (line) => String(keptShutBy(line)),
    order: keptShutBy,
    kind: 'number',
  },
  {
    id: 'queued',
    name: texts.queued,
    text: ({ gate }) => String(gate.state?.queued ?? '—'),
    order: ({ gate }) => gate.state?.queued ?? -1,
    kind: 'number',
  },
  {
    id: 'seen',
    name: texts.seen,
    text: ({ gate }) => (gate.state ? formatInstant(gate.state.lastSeenAt, 'MM-DD HH:mm:ss') : '—'),
    order: ({ gate }) => gate.state?.lastSeenAt ?? 0,
  },
  { id: 'kind', name: texts.kind, text: kindText, isSpare: true },
  {
    id: 'version',
    name: texts.setVersion,
    text: ({ gate }) => String(gate.state?.setVersion ?? '—'),
    order: ({ gate }) => gate.state?.setVersion ?? -1,
    kind: 'number',
    isSpare: true,
  },
  { id: 'software', name: texts.software, text: ({ gate }) => gate.state?.softwareVersion ?? '—', isSpare: true },
  {
    id: 'clock',
    name: texts.clock,
    text: ({ gate }, say) => lengthText(gate.state?.clockOffsetMs, say),
    order: ({ gate }) => Math.abs(gate.state?.clockOffsetMs ?? 0),
    kind: 'number',
    isSpare: true,
  },
];
