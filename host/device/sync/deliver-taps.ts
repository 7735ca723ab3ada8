import { tapsText } from '@tongcheng/shared/gates/taps-text';
import type { Answered, GateServer } from '../gate-server';
import type { DeviceKey } from '../store/key-pair';
import type { TapQueue } from '../taps/tap-queue';
import type { SignedIn } from './device-session';

/** What delivering needs. */
export interface TapDeliveryNeeds {
  readonly server: Pick<GateServer, 'deliver'>;
  readonly session: SignedIn;
  readonly deviceId: string;
  readonly key: DeviceKey;
  readonly queue: Pick<TapQueue, 'next' | 'taken'>;
}

/** Delivers what waits, batch after batch in their order, and stops at the first that is not taken: it stays and comes first the next time. */
export async function deliverKeptTaps(needs: TapDeliveryNeeds): Promise<Answered<'all'>> {
  const { server, session, deviceId, key, queue } = needs;
  for (let batch = queue.next(deviceId); batch; batch = queue.next(deviceId)) {
    const { text, sequence } = batch;
    const signature = key.sign(tapsText(text));
    const answer = await session.call((token) => server.deliver(token, { text, signature }));
    if (!answer.ok) return answer;
    if (answer.value.accepted !== sequence) return { ok: false, code: 'no-answer' };
    queue.taken(sequence);
  }
  return { ok: true, value: 'all' };
}
