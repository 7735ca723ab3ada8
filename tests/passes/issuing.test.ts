import { beginCheck } from '@tongcheng/cloudfunctions/app/passes/begin-check';
import { finishCheck } from '@tongcheng/cloudfunctions/app/passes/finish-check';
import { listCounters } from '@tongcheng/cloudfunctions/app/passes/list-counters';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import { enrolled, type FamilyTown, person } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';
import { begun, checked, holderKey, openPassTown, place, residents, stranger, typed } from './pass-town';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openPassTown('passes are issued');
});
afterEach(() => town.close());

const apply = { city: '110000', wants: 'apply', place } as const;

describe('who may apply', () => {
  it('P-01 a verified rider, whose identity is taken from their account', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    expect(pass).toMatchObject({ state: 'valid', issuedBy: 'phone', endsAt: pass.issuedAt + dayMs });
  });

  it('P-08 somebody without an account, by what they type', async () => {
    const { pass } = answered(await checked(town, await stranger(town, 'visitor'), { identity: typed() }));
    expect(pass.state).toBe('valid');
    expect(refusalOf(await beginCheck(town.needs, await stranger(town, 'visitor'), apply))).toBe('not-authenticated');
  });

  it('P-01 a minor with a resident ID card', async () => {
    const child = await stranger(town, 'a child');
    expect(answered(await checked(town, child, { identity: typed(residents[2]) })).pass.state).toBe('valid');
  });

  it('P-01 no holder of another document, typed or of an account; each is told what to do', async () => {
    const rider = await enrolled(town, 1, person(1));
    expect(refusalOf(await beginCheck(town.needs, rider, apply))).toBe('pass-needs-resident-id');
    const identity = { ...typed(), documentKind: 'passport', documentNumber: 'G81000001' } as const;
    const visitor = await stranger(town, 'visitor');
    expect(refusalOf(await beginCheck(town.needs, visitor, { ...apply, identity }))).toBe('pass-needs-resident-id');
  });

  it('P-01 nobody whose number or name cannot be right', async () => {
    const visitor = await stranger(town, 'visitor');
    const wrong = { ...typed(), documentNumber: '420106199003072340' };
    expect(refusalOf(await beginCheck(town.needs, visitor, { ...apply, identity: wrong }))).toBe('document-refused');
    const nameless = { ...typed(), name: '1' };
    expect(refusalOf(await beginCheck(town.needs, visitor, { ...apply, identity: nameless }))).toBe('name-refused');
  });

  it('P-02 nobody who does not say where they are; to show a pass no place is asked', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    expect(refusalOf(await beginCheck(town.needs, rider, { city: '110000', wants: 'apply' }))).toBe(
      'pass-place-needed',
    );
    expect(answered(await beginCheck(town.needs, rider, { city: '110000', wants: 'show' })).url).toContain('check=');
  });

  it('P-04 nobody in a city without passes; where they are given, the counters are known', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    expect(refusalOf(await beginCheck(town.needs, rider, { ...apply, city: '420100' }))).toBe('capability-absent');
    expect(refusalOf(await beginCheck(town.needs, rider, { ...apply, city: '990000' }))).toBe('city-unknown');
    expect(refusalOf(await listCounters(town.needs, rider, { city: '420100' }))).toBe('capability-absent');
    const { counters } = answered(await listCounters(town.needs, rider, { city: '110000' }));
    expect(counters.map(({ where }) => where.en)).toEqual(['East side of the hall']);
  });
});

describe('P-03 a person check precedes issue', () => {
  const finish = (caller: Parameters<typeof finishCheck>[1], check: string) =>
    finishCheck(town.needs, caller, { check, holderKey: holderKey() });

  it('while nobody was seen, or another, there is no pass and no issue is used', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { check, checkId } = await begun(town, rider);
    expect(refusalOf(await finish(rider, check))).toBe('face-check-pending');
    town.needs.services.faces.see(checkId, 'another-face');
    expect(refusalOf(await finish(rider, check))).toBe('pass-check-failed');
    expect(refusalOf(await checked(town, rider, { wants: 'show' }))).toBe('pass-absent');
  });

  it('its ticket is of use in its own session only, unchanged, and not after its end', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { check, checkId, endsAt } = await begun(town, rider);
    town.needs.services.faces.see(checkId, 'the-person');
    const other = await stranger(town, 'another phone');
    expect(refusalOf(await finish(other, check))).toBe('pass-check-over');
    expect(refusalOf(await finish(rider, `${check.slice(0, -2)}AA`))).toBe('pass-check-over');
    town.needs.clock.set(endsAt);
    expect(refusalOf(await finish(rider, check))).toBe('pass-check-over');
  });

  it('a name that is not the number’s gets none, and is told so only after the face was the right one', async () => {
    const visitor = await stranger(town, 'visitor');
    const identity = { ...typed(), name: '演示另一' };
    expect(refusalOf(await checked(town, visitor, { identity }, 'another-face'))).toBe('pass-check-failed');
    expect(refusalOf(await checked(town, visitor, { identity }))).toBe('pass-name-mismatch');
  });

  it('while the service is away nothing is lost, and ten checks that come to nothing are enough for a day', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const faults = town.needs.services.faults['face-check'];
    faults.away = true;
    expect(refusalOf(await beginCheck(town.needs, rider, apply))).toBe('face-check-unavailable');
    faults.away = false;
    for (let count = 0; count < 10; count += 1) await checked(town, rider, {}, 'another-face');
    expect(refusalOf(await beginCheck(town.needs, rider, apply))).toBe('too-many-tries');
    const { faceCheck: _none, ...without } = town.needs;
    expect(refusalOf(await beginCheck({ ...without, faceCheck: undefined }, rider, apply))).toBe('pass-check-absent');
  });

  it('a key of an unknown form is refused', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { check, checkId } = await begun(town, rider);
    town.needs.services.faces.see(checkId, 'the-person');
    const refused = await finishCheck(town.needs, rider, { check, holderKey: 'ed25519.AAAA' });
    expect(refusalOf(refused)).toBe('pass-key-refused');
  });
});

describe('how long it lasts', () => {
  it('P-07 viewing and checking again give the same pass and never cost an issue', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const first = answered(await checked(town, rider));
    for (let again = 0; again < 12; again += 1) {
      town.needs.clock.pass(30 * minuteMs);
      const shown = answered(await checked(town, rider, { wants: again % 2 === 0 ? 'show' : 'apply' }));
      expect(shown.pass.passId).toBe(first.pass.passId);
      expect(shown.showsUntil).toBe(town.needs.clock.now() + 30 * minuteMs);
    }
  });

  it('P-07 one check shows a pass for half an hour, however often its outcome is asked', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { check, checkId } = await begun(town, rider);
    town.needs.services.faces.see(checkId, 'the-person');
    const ask = () => finishCheck(town.needs, rider, { check, holderKey: holderKey() });
    const { showsUntil, pass } = answered(await ask());
    town.needs.clock.pass(29 * minuteMs);
    expect(answered(await ask())).toMatchObject({ showsUntil, pass: { passId: pass.passId } });
    town.needs.clock.pass(minuteMs);
    expect(refusalOf(await ask())).toBe('pass-check-over');
  });

  it('P-05 it is valid for 24 hours and shows no longer than that', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    town.needs.clock.set(pass.endsAt - 10 * minuteMs);
    expect(answered(await checked(town, rider, { wants: 'show' })).showsUntil).toBe(pass.endsAt);
    town.needs.clock.set(pass.endsAt);
    expect(refusalOf(await checked(town, rider, { wants: 'show' }))).toBe('pass-absent');
  });

  it('P-05 a new one may be had from three hours before its end, not a moment sooner', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    town.needs.clock.set(pass.endsAt - 3 * hourMs - 1);
    expect(answered(await checked(town, rider)).pass.passId).toBe(pass.passId);
    town.needs.clock.pass(1);
    const next = answered(await checked(town, rider)).pass;
    expect(next.passId).not.toBe(pass.passId);
    expect(next.endsAt).toBe(town.needs.clock.now() + dayMs);
    expect(answered(await checked(town, rider, { wants: 'show' })).pass.passId).toBe(next.passId);
  });

  it('P-08 a second phone of the same person shows the same pass, with an account or without', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    const visitor = await stranger(town, 'second phone');
    const seen = answered(await checked(town, visitor, { wants: 'show', identity: typed() }));
    expect(seen.pass.passId).toBe(pass.passId);
  });
});
