import type { FaceCheck } from '@tongcheng/cloudfunctions/ports/face-check';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';

/** What came before the camera of a check. */
export type Seen = 'nobody-yet' | 'the-person' | 'another-face' | 'a-picture';

/** What a test of one adapter brings: the check, and the camera of whoever holds the phone. */
export interface FaceCheckUnderTest {
  readonly faces: FaceCheck;
  readonly camera: (checkId: string, seen: Seen) => void;
  readonly away: () => void;
  readonly close: () => Promise<void>;
}

const someone = { name: '演示王小明', documentNumber: '420106199003072345', returnUrl: 'https://ride.example/done' };

/** What every face check promises; each adapter runs the whole suite. */
export function faceCheckContract(name: string, begin: () => Promise<FaceCheckUnderTest>): void {
  describe(`face check: ${name}`, () => {
    let here: FaceCheckUnderTest;
    beforeEach(async () => {
      here = await begin();
    });
    afterEach(() => here.close());
    const outcome = (checkId: string, documentNumber = someone.documentNumber) =>
      here.faces.outcome({ checkId, documentNumber });

    test.each<[Seen, string]>([
      ['nobody-yet', 'pending'],
      ['the-person', 'passed'],
      ['another-face', 'failed'],
      ['a-picture', 'failed'],
    ])('P-03 %s before the camera: %s', async (seen, expected) => {
      const { checkId, url } = await here.faces.begin(someone);
      expect(url).toMatch(/^https:/);
      here.camera(checkId, seen);
      expect(await outcome(checkId)).toBe(expected);
    });

    test('P-08 a check that somebody else passed proves nothing about this person', async () => {
      const { checkId } = await here.faces.begin({ ...someone, documentNumber: '420106198001011235' });
      here.camera(checkId, 'the-person');
      expect(await outcome(checkId)).toBe('failed');
    });

    test('two checks of one person are apart', async () => {
      const [one, other] = [await here.faces.begin(someone), await here.faces.begin(someone)];
      expect(one.checkId).not.toBe(other.checkId);
      here.camera(one.checkId, 'the-person');
      expect(await outcome(other.checkId)).toBe('pending');
    });

    test('a check that never was is none', async () => {
      expect(await outcome('never-was')).toBe('failed');
    });

    test('a service that is unavailable verifies nobody', async () => {
      const { checkId } = await here.faces.begin(someone);
      here.camera(checkId, 'the-person');
      here.away();
      await expect(outcome(checkId)).rejects.toThrow(ServiceUnavailable);
      here.away();
      await expect(here.faces.begin(someone)).rejects.toThrow(ServiceUnavailable);
    });
  });
}
