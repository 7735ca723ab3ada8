import { passengerProof, readPassengerProof } from '@tongcheng/shared/coaches/passenger-proof';
import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import { findByProof } from '../../miniprogram/src/features/coaches/arrival/find-by-proof';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import { newDeparture, openCoachTown, origin, reached, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

test('L-08 the code on a passenger’s own phone finds them on the manifest of their coach, and on no other’s', async () => {
  const departure = newDeparture(town, await staffOf(town, 'driver'));
  await departure.open();
  const rider = (await signIn(town, 5)).accessToken;
  const own = await departure.register(rider, typed(5));
  const [, passenger = ''] = /"passenger":"([^"]+)"/.exec(JSON.stringify(own.value)) ?? [];
  const { departureId } = departure;
  const text = passengerProof({ departureId, passenger });
  expect(readPassengerProof(text)).toEqual({ departureId, passenger });
  const officer = await staffOf(town, 'arrival-officer', reached, null);
  const sought = { by: 'departure', city: origin, departureId };
  const opened = await town.ask('coaches.open-arrival', { sought }, officer.token);
  const row: ManifestRow = {
    ...{ passenger, maskedName: '演**', documentKind: 'passport', maskedDocument: 'E******05' },
    ...{ maskedPhone: '', source: 'typed', onArrival: false },
  };
  expect(opened.value).toMatchObject({ rows: [{ passenger, maskedName: row.maskedName }] });
  expect(findByProof(text, { departureId, rows: [row] })).toEqual({ is: 'here', row });
  expect(findByProof(text, { departureId, rows: [] })).toEqual({ is: 'scannedUnknown' });
  expect(findByProof(text, { departureId: departureId.replace(/^./, '1'), rows: [row] }).is).toBe('scannedOther');
});

test('what is no such code, or not whole, is told as none', () => {
  const departureId = `01${'A'.repeat(24)}`;
  const texts = ['', 'https://x.example/R/4AAAA', `TCP1:${departureId}`, `TCP1:short:P1`, `TCP1:${departureId}:P:Q`];
  for (const text of texts) expect(findByProof(text, { departureId, rows: [] })).toEqual({ is: 'scannedNone' });
});
