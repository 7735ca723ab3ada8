import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { newId } from '@tongcheng/shared/ids';
import { dayMs } from '@tongcheng/shared/time';
import { people } from '../world/people';
import { scanInput } from '../world/scan-input';
import type { Town } from '../world/town';
import { enrolled, officialToken, staffToken } from '../world/town-sessions';

const venueId = '420100-bus-e1-01';

/** Something of everything that riders, staff, officials and timers do in a day, through the public interface. */
export const liveOneDay = async (town: Town): Promise<void> => {
  const now = () => town.needs.clock.now();
  const id = () => newId(now(), town.needs.chance.bytes);
  const asked = async (name: string, body: unknown, bearer: string) => {
    const told = await town.ask(name, body, bearer);
    if (!told.ok) throw new Error(`${name}: ${told.failure?.code}`);
    return told;
  };
  const tokens = [];
  for (const index of [0, 1, 2, 3]) tokens.push((await enrolled(town, index)).accessToken);
  const [one = '', other = '', leaving = '', deleting = ''] = tokens;
  const scan = () => scanInput(town.posters.codeOf(venueId) ?? '', now(), town.needs.chance.bytes);
  const first = scan();
  for (let time = 0; time < 2; time += 1) await asked('rides.record-scan', first, one);
  if ((await town.ask('rides.record-scan', first, other)).ok) throw new Error('one scan of two riders');
  const batch = JSON.stringify(await asked('rides.record-batch', { scans: [scan(), scan()] }, other));
  if (batch.includes('"code"')) throw new Error(`a scan of a batch was refused: ${batch}`);
  await asked('rides.history', { city: '420100', days: 7 }, one);
  const card = people[0]?.cards.find(({ known }) => known);
  if (card) await asked('cards.bind-card', { kind: card.kind, number: card.number }, one);
  await asked('cards.list-cards', {}, one);
  await asked('identity.list-own-devices', {}, one);
  await asked('identity.list-family', {}, one);
  const staff = staffToken(town, 'desk', [venueId]);
  const refusal = { refusalId: id(), venueId, scanId: first.scanId, reason: 'other' };
  for (let time = 0; time < 2; time += 1) await asked('rides.record-refusal', refusal, staff);
  const { value } = await asked('rides.venue-feed', { venueId, limit: 50 }, staff);
  const after = /"cursor":"([^"]+)"/.exec(JSON.stringify(value))?.[1];
  await asked('rides.venue-feed', { venueId, limit: 50, after }, staff);
  await asked('rides.check-live-code', { venueId, code: '000000' }, staff);
  const official = officialToken(town, ['administrator', 'bureau', 'operator']);
  await asked('rides.live-figures', { city: '420100' }, official);
  await asked('venues.list-venues', { city: '420100', limit: 10 }, official);
  await asked('identity.withdraw-consent', {}, leaving);
  await asked('identity.delete-account', {}, deleting);
  await runDailyReports(town.needs);
  town.pass(dayMs);
  await runDailyReports(town.needs);
  await sweep(town.needs);
};
