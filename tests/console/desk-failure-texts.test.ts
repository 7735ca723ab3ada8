import { endpoints } from '@tongcheng/shared/api';
import { edgeFailures } from '@tongcheng/shared/edge-failures';
import { type FailureCode, failures } from '@tongcheng/shared/failures';
import { failureAtDesk } from '../../console/src/ui/desk-failure-texts';

const isEdge = (code: string): code is keyof typeof edgeFailures => code in edgeFailures;
const declared = endpoints
  .filter(({ access }) => /staff|official/.test(JSON.stringify(access)))
  .flatMap(({ failures: codes }): readonly FailureCode[] => codes);
const codes = [...new Set<FailureCode>([...declared, ...Object.keys(edgeFailures).filter(isEdge)])];

/** Words for a rider with a phone in the hand: nobody at a desk scans, and no phone keeps for them what was refused. */
const forRiders =
  /手机(?:保留|会|时间)|您今天扫码|重新扫码|到服务台|your phone|The phone’s|scan again|You have scanned|at a service desk/;

test('staff and officials are told what is theirs to do, never what a rider with a phone is told', () => {
  expect(codes.length).toBeGreaterThan(40);
  const wrong = codes.filter((code) => {
    const { zh, en } = failureAtDesk({ ...failures[code], code });
    return forRiders.test(zh) || forRiders.test(en);
  });
  expect(wrong).toEqual([]);
});
