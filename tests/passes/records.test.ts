import { deleteAccount } from '@tongcheng/cloudfunctions/app/identity/delete-account';
import { listPasses } from '@tongcheng/cloudfunctions/app/passes/list-passes';
import { revokePass } from '@tongcheng/cloudfunctions/app/passes/revoke-pass';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import { ownAccesses } from '@tongcheng/cloudfunctions/app/rights/own-accesses';
import { dayMs } from '@tongcheng/shared/time';
import { enrolled, type FamilyTown } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';
import { checked, openPassTown, residents, stranger, typed } from './pass-town';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openPassTown('records of passes');
});
afterEach(() => town.close());

const city = '110000';

describe('P-09 the passes of the last month', () => {
  it('are seen by their rider, latest first, also those applied for without an account', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const first = answered(await checked(town, rider)).pass;
    town.needs.clock.pass(dayMs);
    const visitor = await stranger(town, 'another phone');
    const second = answered(await checked(town, visitor, { identity: typed() })).pass;
    const own = answered(await listPasses(town.needs, rider, { city }));
    expect(own.passes.map(({ passId, state }) => [passId, state])).toEqual([
      [second.passId, 'valid'],
      [first.passId, 'ended'],
    ]);
    expect(own.left).toBe(1);
    town.needs.clock.pass(32 * dayMs);
    expect(answered(await listPasses(town.needs, rider, { city }))).toEqual({ passes: [], left: 3 });
  });

  it('are nobody else’s: not of a stranger, not of another rider, not of an account that only says who it is', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    const visitor = await stranger(town, 'visitor');
    const other = await enrolled(town, 1, residents[1]);
    const claims = { ...visitor, claimedPersonId: rider.personId ?? '' };
    expect(refusalOf(await listPasses(town.needs, visitor, { city }))).toBe('not-authenticated');
    expect(refusalOf(await listPasses(town.needs, claims, { city }))).toBe('not-authenticated');
    expect(answered(await listPasses(town.needs, other, { city })).passes).toEqual([]);
    const asked = { city, passId: pass.passId };
    expect(refusalOf(await revokePass(town.needs, visitor, asked))).toBe('not-authenticated');
    expect(refusalOf(await revokePass(town.needs, other, asked))).toBe('pass-unknown');
    expect(refusalOf(await revokePass(town.needs, rider, { ...asked, city: '420100' }))).toBe('capability-absent');
    expect(answered(await listPasses(town.needs, rider, { city })).passes).toMatchObject([{ state: 'valid' }]);
    answered(await revokePass(town.needs, rider, asked));
    answered(await revokePass(town.needs, rider, asked));
    expect(answered(await listPasses(town.needs, rider, { city })).passes).toMatchObject([{ state: 'revoked' }]);
  });

  it('X-14 stand in the rider’s export, and X-04 the opening of their name and number among the accesses', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    const { documentNumber } = residents[0];
    const { base64 } = answered(await exportOwn(town.needs, rider, { documentNumber, form: 'json' }));
    expect(JSON.parse(Buffer.from(base64, 'base64').toString())).toMatchObject({
      passes: [{ passId: pass.passId, city }],
    });
    const { accesses } = answered(await ownAccesses(town.needs, rider, {}));
    expect(accesses.map(({ who, purpose }) => [who, purpose])).toContainEqual(['rider', 'temporary-pass']);
  });

  it('are found no more by an account that was deleted and made again, before its person is known again', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    answered(await checked(town, rider));
    answered(await deleteAccount(town.needs, rider, {}));
    expect(refusalOf(await listPasses(town.needs, rider, { city }))).toBe('not-authenticated');
  });
});
