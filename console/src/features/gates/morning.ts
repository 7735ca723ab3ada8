import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { type GateHealth, gateHealth, gateHealths, needsCare } from './gate-health';
import { gateMorningTexts as texts } from './gate-texts';
import { loadGates } from './load-gates';

/** Which gates send people to staff or say nothing; that all are well, where they are. */
export const gateLines = async ({
  call,
  city,
  now,
}: Asking<'devices.list-devices' | 'oversight.get-settings'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await loadGates(city)({ call });
  if (!reply.ok) return reply;
  const { gates, settings } = reply.value;
  const counts = new Map<GateHealth, number>();
  for (const gate of gates) {
    const health = gateHealth(gate, settings, now);
    counts.set(health, (counts.get(health) ?? 0) + 1);
  }
  const lines = gateHealths.filter(needsCare).flatMap((health): readonly MorningLine[] => {
    const n = counts.get(health) ?? 0;
    if (n === 0) return [];
    return [
      { id: health, kind: 'wrong', words: (say) => say(texts[health], { n }), to: `/gates?gates.health=${health}` },
    ];
  });
  const good = counts.get('good') ?? 0;
  if (lines.length > 0 || good === 0) return { ok: true, value: lines };
  return {
    ok: true,
    value: [{ id: 'good', kind: 'done', words: (say) => say(texts.good, { n: good }), to: '/gates' }],
  };
};
