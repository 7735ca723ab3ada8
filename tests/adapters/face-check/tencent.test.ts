import { faceIdFaceCheck } from '@tongcheng/cloudfunctions/adapters/tencent/face-id-faces';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { accountAt } from '../../stand-ins/tencent/account';
import { openTencentStandIn } from '../../stand-ins/tencent/tencent-stand-in';
import { standingClock } from '../../world/clock';
import { faceCheckContract, type Seen } from './face-check.contract';

const outcomes = {
  'nobody-yet': { ErrCode: null, LiveStatus: null, Comparestatus: null },
  'the-person': { ErrCode: 0, LiveStatus: 0, Comparestatus: 0 },
  'another-face': { ErrCode: 1004, LiveStatus: 0, Comparestatus: 2015 },
  'a-picture': { ErrCode: 1005, LiveStatus: 1005, Comparestatus: null },
} as const;

async function begin() {
  const checks = new Map<string, { readonly number: string; seen: Seen; code?: number }>();
  const cloud = await openTencentStandIn({
    DetectAuth: ({ IdCard }) => {
      const token = `TOKEN-${checks.size + 1}`;
      checks.set(token, { number: String(IdCard), seen: 'nobody-yet' });
      return { BizToken: token, Url: `https://faceid.example/page?token=${token}` };
    },
    GetDetectInfoEnhanced: ({ BizToken, InfoType, RuleId }) => {
      const check = checks.get(String(BizToken));
      if (!check) return { refused: 'InvalidParameterValue.BizTokenIllegal' };
      if (InfoType !== '1' || RuleId !== '7') return { refused: 'InvalidParameter' };
      const text = { ...outcomes[check.seen], IdCard: check.number };
      return { Text: check.code === undefined ? text : { ...text, ErrCode: check.code }, BestFrame: null };
    },
  });
  const clock = standingClock();
  const camera = (checkId: string, seen: Seen) => {
    const check = checks.get(checkId);
    if (check) check.seen = seen;
  };
  const faces = faceIdFaceCheck(accountAt(cloud.endpoint, clock), '7', clock);
  return { faces, camera, away: () => cloud.faults.push('away'), close: cloud.close, checks, cloud, clock };
}

faceCheckContract('Tencent FaceID', begin);

test('P-03 only texts of the outcome are asked for: no picture comes to us', async () => {
  const { faces, cloud, clock, close } = await begin();
  const { checkId, endsAt } = await faces.begin({
    name: '甲',
    documentNumber: '1',
    returnUrl: 'https://ride.example/',
  });
  await faces.outcome({ checkId, documentNumber: '1' });
  expect(cloud.calls.at(-1)?.question).toMatchObject({ InfoType: '1' });
  expect(endsAt - clock.now()).toBe(7_200_000);
  await close();
});

test.each([4, 8, 11])('the engine’s own failure %i says nothing about the person', async (code) => {
  const { faces, checks, close } = await begin();
  const { checkId } = await faces.begin({ name: '甲', documentNumber: '1', returnUrl: 'https://ride.example/' });
  Object.assign(checks.get(checkId) ?? {}, { code });
  await expect(faces.outcome({ checkId, documentNumber: '1' })).rejects.toThrow(ServiceUnavailable);
  await close();
});
