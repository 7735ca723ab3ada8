import type { Clock } from '../../ports/clock';
import type { HealthRecord, HealthStatusSource } from '../../ports/health-status';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type HealthPlatform, signedQuery } from './signed-query';
import { documentTypes, queryPath, Reply, statusIn, testIn, unknownPerson } from './wire';

/**
 * A health-code platform in the interface style of GB/T 38963—2020: query of a user's health information. Sent are kind and number of the
 * document and the channel, nothing else. Somebody whom the platform does not know has no status (grey), which is an answer.
 */
export function gb38963HealthStatus(platform: HealthPlatform, clock: Clock): HealthStatusSource {
  return {
    of: async ({ documentKind, documentNumber, channel }) => {
      const question = { documentType: documentTypes[documentKind], documentNumber, channel };
      const now = clock.now();
      return recordIn(replyIn(await signedQuery(platform, queryPath, question, now)), now);
    },
  };
}

function replyIn(text: string): Reply {
  const parsed = Reply.safeParse(asJson(text));
  if (!parsed.success) throw new ServiceUnavailable('the reply was not of the promised shape');
  return parsed.data;
}

function recordIn(reply: Reply, now: number): HealthRecord {
  if (reply.code === unknownPerson) return { status: null, test: null };
  if (!('body' in reply)) throw new ServiceUnavailable(`the platform answered ${reply.code}`);
  const { channel } = reply.body;
  const status = statusIn(reply.body, now);
  const elsewhere = status === null && channel ? { elsewhere: channel } : {};
  return { status, ...elsewhere, test: testIn(reply.body) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
