import { openTown } from '../world/town';

test('cities are told by name and with what they have, in the order asked; those of elsewhere are left out', async () => {
  const town = await openTown();
  const reply = await town.ask('venues.list-cities', { cities: ['420200', '990100', '420100'] });
  expect(reply.value).toEqual({
    cities: [
      { city: '420200', name: expect.objectContaining({ zh: expect.any(String) }), capabilities: expect.any(Array) },
      { city: '420100', name: { zh: '武汉', en: 'Wuhan' }, capabilities: expect.arrayContaining(['city', 'tracing']) },
    ],
  });
  expect(town.faults).toEqual([]);
  await town.close();
});
