import { staffRoles } from '@tongcheng/shared/access';
import * as z from 'zod';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const Added = z.object({ operatorId: z.string() });
const Invited = z.object({ invitation: z.string() });
const Session = z.object({ accessToken: z.string() });
const chief = (cities?: string[]) => officialToken(town, ['administrator', 'bureau'], cities);

const addOperator = async (name: string) =>
  Added.parse((await town.ask('venues.add-operator', { city: '420100', name }, chief())).value).operatorId;
const invite = (more: Readonly<Record<string, unknown>>) =>
  town.ask('oversight.create-invitation', { city: '420100', venueIds: [], validHours: 8, ...more }, chief());
async function accept(invited: unknown): Promise<string> {
  // An address may try ten invitations a minute.
  town.pass(60_000);
  const { invitation } = Invited.parse(invited);
  const told = await town.ask('oversight.accept-invitation', { invitation, displayName: '演示员工' });
  return Session.parse(told.value).accessToken;
}

test.each(staffRoles)('%s of an operator reads role, operator and scope, and nothing of others', async (role) => {
  const operatorId = await addOperator('演示公交公司');
  const token = await accept((await invite({ role, operatorId, scope: { kind: 'operator' } })).value);
  expect(await town.ask('oversight.get-own-staff', {}, token)).toMatchObject({
    value: { role, operatorId, city: '420100', scope: { kind: 'operator' } },
  });
});

test('staff of stations act there, staff of venues as before operators', async () => {
  const scope = { kind: 'stations', stationIds: ['s-1', 's-2'] };
  const seller = await accept((await invite({ role: 'ticket-seller', scope })).value);
  expect(await town.ask('oversight.get-own-staff', {}, seller)).toMatchObject({ value: { scope } });
  const desk = await accept((await invite({ role: 'desk', venueIds: ['420100-bus-e1-01'] })).value);
  expect(await town.ask('oversight.get-own-staff', {}, desk)).toMatchObject({
    value: { scope: { kind: 'venues', venueIds: ['420100-bus-e1-01'] } },
  });
});

test('an invitation names an operator of its own city, and somewhere to act', async () => {
  const elsewhere = await town.ask('venues.add-operator', { city: '420200', name: '外地公司' }, chief(['420200']));
  const { operatorId } = Added.parse(elsewhere.value);
  const unknown = { failure: { code: 'operator-unknown' } };
  expect(await invite({ role: 'driver', operatorId, scope: { kind: 'operator' } })).toMatchObject(unknown);
  expect(await invite({ role: 'driver', scope: { kind: 'operator' } })).toMatchObject(unknown);
  expect(await invite({ role: 'driver' })).toMatchObject({ failure: { code: 'venue-unknown' } });
});

test('operators are of a city: the same name is one, and another city’s officials add and see none', async () => {
  const operatorId = await addOperator('演示轮渡公司');
  expect(await addOperator('演示轮渡公司')).toBe(operatorId);
  const list = (city: string, token: string) => town.ask('venues.list-operators', { city }, token);
  expect(await list('420100', chief())).toMatchObject({
    value: { operators: expect.arrayContaining([expect.objectContaining({ operatorId })]) },
  });
  expect(await list('420100', chief(['420200']))).toMatchObject({ failure: { code: 'city-unknown' } });
  const added = await town.ask('venues.add-operator', { city: '420100', name: 'x' }, chief(['420200']));
  expect(added).toMatchObject({ failure: { code: 'city-unknown' } });
});
