import { endpoints } from '@tongcheng/shared/api';
import { cloudFunctions } from '../../tools/deploy/cloud-functions';
import { scanInput } from '../world/scan-input';
import { openTown, type Town } from '../world/town';
import { enrolled } from '../world/town-sessions';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('the call of a phone that was built before a renaming is answered as the new one is', async () => {
  const token = (await enrolled(town, 3)).accessToken;
  const { clock, chance } = town.needs;
  const scan = scanInput(town.posters.codeOf('420100-bus-e1-01') ?? '', clock.now(), chance.bytes);
  const old = await town.ask('rides.record', scan, token);
  expect(old).toMatchObject({ status: 200, ok: true, value: { scanId: scan.scanId } });
  expect((await town.ask('rides.record-scan', scan, token)).value).toEqual(old.value);
});

test('every former name is known at the edge and routed in the cloud', async () => {
  const routed = Object.values(cloudFunctions).flatMap(({ operations }) => [...operations]);
  for (const { name, formerly = [] } of endpoints)
    for (const former of formerly) {
      const told = [await town.ask(former, []), await town.ask(name, [])];
      expect([former, told[0]?.failure?.code]).toEqual([former, told[1]?.failure?.code]);
      expect(told[0]?.failure?.code).not.toBe('unknown-operation');
      expect(routed).toContain(former);
    }
  expect((await town.ask('rides.recorded', [])).failure?.code).toBe('unknown-operation');
});
