import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { rideSettings } from '../world/ride-settings';

const file = join(__dirname, '../../../shared/data/contacts/SFHH_tij.dat.gz');
const stepMs = 20_000;

/** Contacts of two people, each an interval in which they were face to face, by pair: rows of 20 seconds that follow one another are one. */
function contactsByPair(): ReadonlyMap<string, readonly (readonly [from: number, to: number])[]> {
  const pairs = new Map<string, [number, number][]>();
  for (const row of gunzipSync(readFileSync(file)).toString().trim().split('\n')) {
    const [t = '', i = '', j = ''] = row.trim().split(/\s+/);
    const [to, pair] = [Number(t) * 1_000, [i, j].sort().join('-')];
    const known = pairs.get(pair) ?? [];
    const last = known.at(-1);
    if (last?.[1] === to - stepMs) last[1] = to;
    else known.push([to - stepMs, to]);
    pairs.set(pair, known);
  }
  return pairs;
}

const aboard = (rider: string, placeId: string, from: number, to: number): TracedRide => ({
  ...{ rider, mode: 'bus', placeId, inferred: [], party: 1, flags: [] },
  aboard: { proven: { from, to }, likely: { from, to }, possible: { from, to } },
});

const whenThere = existsSync(file) ? test : test.skip;

whenThere('X-08 real contacts, each a shared place for its time: all are found, and no others', () => {
  const pairs = contactsByPair();
  const rides = [...pairs].flatMap(([pair, spans]) =>
    spans.flatMap(([from, to]) => pair.split('-').map((rider) => aboard(rider, pair, from, to))),
  );
  const parameters = parametersOn(
    { rides: rideSettings, capabilities: CapabilitySettings.parse({ city: {} }) },
    '2026-01-01',
  );
  const inPlace = new Map<string, TracedRide[]>(rides.map(({ placeId }) => [placeId, []]));
  for (const each of rides) inPlace.get(each.placeId)?.push(each);
  const found = [...inPlace].flatMap(([pair, here]) =>
    pair.split('-').flatMap((index) =>
      exposuresOf(
        here.filter(({ rider }) => rider === index),
        here.filter(({ rider }) => rider !== index),
        () => parameters,
      ).map(({ rider, shared }) => `${index} ${rider} ${shared.from} ${shared.to}`),
    ),
  );
  const truth = [...pairs].flatMap(([pair, spans]) => {
    const [i, j] = pair.split('-');
    return spans.flatMap(([from, to]) => [`${i} ${j} ${from} ${to}`, `${j} ${i} ${from} ${to}`]);
  });
  expect(pairs.size).toBeGreaterThan(9_000);
  // One text each: sets of so many texts are compared one by one.
  expect(found.length).toBe(truth.length);
  expect(found.sort().join('\n') === truth.sort().join('\n')).toBe(true);
});
