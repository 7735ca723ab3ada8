import { departureLink } from '@tongcheng/shared/coaches/departure-code';
import type { Place } from '@tongcheng/shared/coaches/wire';
import type { Text } from '@tongcheng/shared/text';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { beginsAt, type CoachDays, isFollowed } from './coach-events';
import { driverPost } from './coach-posts';
import { departureCodeOf } from './crew-acts';
import { placesBeyond } from './map';
import type { Moment } from './moment';
import type { PlannedDeparture } from './planned-departure';
import type { CoachProvince } from './province';

/** A departure as its crew's phone shows it; the same shape as in console/src/wall. */
interface WallDeparture {
  readonly departureId: string;
  /** The link inside the code. */
  readonly link: string;
  readonly plate: string;
  readonly serviceNumber: string;
  readonly from: Text;
  readonly to: Text;
  readonly departsAt: Instant;
  readonly service: PlannedDeparture['service'];
  readonly outside: boolean;
  /** fills no manifest. */
  readonly demonstration: boolean;
  readonly aboard?: number;
  readonly registered?: number;
}

/** A departure of the next hours that nobody has opened yet, or that has left and is awaited. */
interface WallLine extends Pick<WallDeparture, 'departureId' | 'plate' | 'serviceNumber' | 'from' | 'to'> {
  readonly at: Instant;
}

/** `GET /city/departures.json`: codes that crews show now, what leaves next, what is awaited. */
interface DepartureWall {
  readonly name: { readonly zh: string; readonly en: string };
  readonly open: readonly WallDeparture[];
  readonly next: readonly WallLine[];
  readonly awaited: readonly WallLine[];
}

const mostLines = 8;

/** The wall of a province at the moment. */
export async function departureWall(moment: Moment, days: CoachDays, publicUrl: string): Promise<DepartureWall> {
  const now = moment.now();
  const all = days.around(now).filter((each) => each.toldBy !== 'ledger' && isFollowed(each, moment.state));
  const open = all.filter((each) => beginsAt(each) <= now && leavesAt(each) > now);
  const shown = await Promise.all(open.map((each) => shownOf(moment, each, publicUrl)));
  const practice = await practiceOf(moment, all, publicUrl);
  const { zh, en } = moment.province.name;
  return {
    name: { zh: `${zh}（模拟）`, en: `${en} (simulated)` },
    open: [...shown.flatMap((each) => each ?? []), ...practice],
    next: linesOf(
      moment,
      all.filter((each) => beginsAt(each) > now),
      ({ departsAt }) => departsAt,
    ),
    awaited: linesOf(
      moment,
      all.filter((each) => leavesAt(each) <= now && verifiedAt(each) > now),
      ({ arrivesAt }) => arrivesAt,
    ),
  };
}

/** When the code is no longer shown: it left, was cancelled, or its time is over by a quarter of an hour. */
function leavesAt({ acts, departsAt }: PlannedDeparture): Instant {
  const end = acts.find(({ kind }) => kind === 'leaves' || kind === 'cancels');
  return end ? end.at : departsAt + 15 * minuteMs;
}

const verifiedAt = ({ acts }: PlannedDeparture): Instant =>
  acts.find(({ kind }) => kind === 'verifies')?.at ?? Number.NEGATIVE_INFINITY;

const linesOf = (
  moment: Moment,
  departures: readonly PlannedDeparture[],
  at: (each: PlannedDeparture) => Instant,
): WallLine[] =>
  departures
    .map((each) => ({ ...sidesOf(moment, each), at: at(each) }))
    .sort((one, other) => one.at - other.at)
    .slice(0, mostLines);

const sidesOf = (
  { province }: Pick<Moment, 'province'>,
  { departureId, plate, serviceNumber, origin, destination }: PlannedDeparture,
) => ({
  ...{ departureId, plate, serviceNumber },
  from: nameOf(province, origin),
  to: nameOf(province, destination),
});

/** A station of the lists in both languages, other places as the map has them. */
function nameOf({ cities }: CoachProvince, { name, city, stationId }: Place): Text {
  const stations = cities.find((each) => each.city === city)?.stations ?? [];
  const station = stationId === undefined ? undefined : stations.find((each) => each.stationId === stationId);
  return station?.name ?? { zh: name, en: placesBeyond.find((place) => place.name === name)?.en ?? name };
}

/** The plate of the coach that is there now. */
const plateNow = ({ acts, plate }: PlannedDeparture, now: Instant): string =>
  acts.reduce((held, act) => (act.kind === 'replaces' && act.at <= now ? act.plate : held), plate);

async function shownOf(
  moment: Moment,
  departure: PlannedDeparture,
  publicUrl: string,
): Promise<WallDeparture | undefined> {
  const plate = plateNow(departure, moment.now());
  const code = await departureCodeOf(moment, departure, { plate });
  if (code === undefined) return undefined;
  const { city, departureId, departsAt, service, toldBy } = departure;
  const desk = await moment.deskOf(driverPost(departure));
  const seen = await desk?.client.call('coaches.get-manifest', { city, departureId });
  const view = seen?.ok ? seen.value.departure : undefined;
  return {
    ...sidesOf(moment, departure),
    ...{ plate, service, link: departureLink(publicUrl, code), outside: toldBy === 'visitor', demonstration: false },
    departsAt: view?.departsAt ?? departsAt,
    ...(view && { registered: view.figures.registered }),
    ...(view?.figures.aboard !== undefined && { aboard: view.figures.aboard }),
  };
}

/** one code to practise with, of the coach that leaves next; whoever scans it stands on no manifest. */
async function practiceOf(moment: Moment, all: readonly PlannedDeparture[], publicUrl: string) {
  const next = all.find(({ departsAt, toldBy }) => departsAt > moment.now() && toldBy === 'operator');
  const code = next && (await departureCodeOf(moment, next, { demonstration: true }));
  if (!next || code === undefined) return [];
  const { departsAt, service } = next;
  const link = departureLink(publicUrl, code);
  return [{ ...sidesOf(moment, next), departsAt, service, link, outside: false, demonstration: true }];
}
