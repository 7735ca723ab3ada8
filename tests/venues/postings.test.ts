import { kindsOfMode, type Mode, modes, type VenueKind } from '@tongcheng/shared/venues/kinds';
import { postingOf } from '@tongcheng/shared/venues/postings';

const placesOf = (mode: Mode, kind: VenueKind) => postingOf(mode, kind).places.map(({ en }) => en);

test('W-10 a bus: on the body, at the rear door, on the driver’s screen', () => {
  expect(placesOf('bus', 'vehicle')).toEqual(['Body of the vehicle', 'Rear door', 'Screen beside the driver']);
});

test('W-11 metro: before the security check of a station, and in each carriage', () => {
  expect(kindsOfMode.metro).toEqual(['station', 'carriage']);
  expect(placesOf('metro', 'station')).toContain('Before the security check');
  expect(placesOf('metro', 'carriage')).toEqual(['Beside the doors']);
});

test('W-12 BRT and tram: stations as the metro, and one code per vehicle or carriage', () => {
  for (const mode of ['brt', 'tram'] as const) {
    expect(placesOf(mode, 'station')).toEqual(placesOf('metro', 'station'));
    expect(kindsOfMode[mode]).toContain('vehicle');
  }
  expect(kindsOfMode.tram).toContain('carriage');
});

test('W-13 a taxi: one code per car, scanned on getting in and shown to the driver', () => {
  expect(kindsOfMode.taxi).toEqual(['vehicle']);
  expect(postingOf('taxi', 'vehicle').whatToDo.en).toMatch(/when you get in.*driver/);
});

test('W-14 a ferry: ticket window, gate, cabin door', () => {
  expect(placesOf('ferry', 'dock-window')).toEqual(['Ticket window']);
  expect(placesOf('ferry', 'dock-gate')).toEqual(['Gate']);
  expect(placesOf('ferry', 'ship')).toEqual(['Cabin door']);
});

test('every venue of every mode has a place for its sticker and says what to do, in both languages', () => {
  for (const mode of modes)
    for (const kind of kindsOfMode[mode]) {
      const { places, whatToDo } = postingOf(mode, kind);
      expect(places.length).toBeGreaterThan(0);
      for (const text of [...places, whatToDo]) expect([text.zh, text.en].every((one) => one.length > 0)).toBe(true);
    }
});
