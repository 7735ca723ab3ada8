import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { keyedDigest } from '@tongcheng/cloudfunctions/vault/keyed-digest';
import { personIndex } from '@tongcheng/cloudfunctions/vault/records';
import { checkDocument, rightKind } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { newId } from '@tongcheng/shared/ids';
import { standingClock } from '../world/clock';
import { instanceOver, ownStore } from '../world/instance';
import { personFacts } from '../world/records';
import { agreed, callerIn, claimOf, wang } from '../world/rider';

jest.setTimeout(30_000);

const place = ownStore();
afterAll(place.close);

const permit = '810000199203041235';
const foreigner = '911156199203041231';
const day = '2026-11-21';

describe('W-05 a number belongs to one kind of document', () => {
  test.each<[DocumentKind, string, DocumentKind]>([
    ['resident-id', permit, 'hmt-residence-permit'],
    ['resident-id', `82${permit.slice(2, 17)}`.concat('X'), 'hmt-residence-permit'],
    ['resident-id', foreigner, 'foreign-permanent-residence'],
    ['other', '420106199003072345', 'resident-id'],
    ['other', permit, 'hmt-residence-permit'],
    ['foreign-permanent-residence', permit, 'hmt-residence-permit'],
    ['taiwan-travel-permit', permit, 'hmt-residence-permit'],
    ['passport', 'AAA123456789012', 'foreign-permanent-residence'],
    ['other', 'AAA123456789012', 'foreign-permanent-residence'],
    ['passport', 'H1234567801', 'hk-macao-travel-permit'],
  ])('as %s, %s is refused and %s offered', (kind, typed, right) => {
    const number = withCheck(typed);
    expect(checkDocument(kind, number, day)).toEqual({ valid: false, reason: 'kind' });
    expect(rightKind(kind, number)).toBe(right);
    expect(checkDocument(right, number, day).valid).toBe(true);
    expect(refusalText(kind, 'kind', number).zh).toContain('改选');
  });

  test('what several kinds may issue stays the choice of its holder', () => {
    expect(checkDocument('passport', 'M12345678', day).valid).toBe(true);
    expect(checkDocument('hk-macao-travel-permit', 'M12345678', day).valid).toBe(true);
    expect(checkDocument('other', '12345678', day).valid).toBe(true);
  });

  test('the number of a demonstration person, in no province, stays the one that it was made as', () => {
    const number = withCheck('990101199203041230');
    expect(checkDocument('resident-id', number, day)).toEqual({ valid: true, stored: number });
  });

  test('the service refuses it too, and says which kind is right', async () => {
    const needs = await instanceOver(place.store, standingClock(), 'refusing');
    await needs.services.open();
    const caller = await callerIn(needs, await agreed(needs, 'permit-rider'));
    expect(await verifyIdentity(needs, caller, { ...claimOf(wang), documentNumber: permit })).toMatchObject({
      failure: { code: 'document-refused', details: { reason: 'kind', kind: 'hmt-residence-permit' } },
    });
    await needs.services.close();
  });
});

describe('X-03 one document is one person, also of whom an earlier release enrolled', () => {
  test.each<[DocumentKind, DocumentKind, string]>([
    ['resident-id', 'hmt-residence-permit', permit],
    ['other', 'hmt-residence-permit', '820000199203041231'],
    ['resident-id', 'foreign-permanent-residence', foreigner],
    ['passport', 'foreign-permanent-residence', 'AAA123456789012'],
    ['other', 'resident-id', '420106199003072345'],
  ])(
    'enrolled as %s, found, read and enrolled again as %s; erased once, nothing is left',
    async (former, right, typed) => {
      const number = withCheck(typed);
      const { vault } = await instanceOver(place.store, standingClock(), `former ${former} ${right}`);
      const { personId } = await vault.enrol(personFacts(number, { documentKind: former }));
      expect(await vault.findByDocument(right, number)).toBe(personId);
      expect((await vault.masked(personId))?.documentKind).toBe(right);
      expect(await vault.enrol(personFacts(number, { documentKind: right }))).toEqual({ personId, created: false });
      await vault.forget(personId);
      expect(await vault.findByDocument(right, number)).toBeUndefined();
      const anew = await vault.enrol(personFacts(number, { documentKind: right }));
      expect(anew).toMatchObject({ created: true });
      expect(anew.personId).not.toBe(personId);
      await vault.forget(anew.personId);
      expect(await place.store.count(personIndex, {})).toBe(0);
    },
  );

  test('a permit of Taiwan that was renewed is of the same holder', async () => {
    const { vault } = await instanceOver(place.store, standingClock(), 'taiwan');
    const ofTaiwan = (number: string) => personFacts(number, { documentKind: 'taiwan-travel-permit' });
    const first = await vault.enrol(ofTaiwan('0123456701'));
    expect(await vault.enrol(ofTaiwan('0123456702'))).toEqual({ personId: first.personId, created: false });
    expect(await vault.findByDocument('taiwan-travel-permit', '01234567')).toBe(first.personId);
    expect(await vault.findByDocument('taiwan-travel-permit', '0123456801')).toBeUndefined();
    await vault.forget(first.personId);
  });

  test('one who stands under the count of an earlier renewal is found by any later one; of several, the last', async () => {
    const clock = standingClock();
    const { vault, keys, chance } = await instanceOver(place.store, clock, 'renewals');
    const indexKey = Buffer.from(await keys.derive('blind-index'));
    const stood = async (number: string) => {
      clock.pass(1_000);
      const personId = newId(clock.now(), chance.bytes);
      const _id = keyedDigest(indexKey, JSON.stringify(['document', 'taiwan-travel-permit', number]));
      await place.store.insert(personIndex, { _id, personId });
      return personId;
    };
    const first = await stood('0765432100');
    const renewed = personFacts('0765432107', { documentKind: 'taiwan-travel-permit' });
    expect(await vault.enrol(renewed)).toEqual({ personId: first, created: false });
    expect((await vault.masked(first))?.maskedName).toBe('演**');
    const second = await stood('0765432199');
    expect(await vault.findByDocument('taiwan-travel-permit', '07654321')).toBe(second);
  });
});

/** The number with its check character put right, where it has one. */
function withCheck(number: string): string {
  if (!/^\d{17}[\dX]$/.test(number)) return number;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return number.slice(0, 17) + '10X98765432'.charAt(sum % 11);
}
