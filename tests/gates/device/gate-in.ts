import { createHmac } from 'node:crypto';
import { cardTokenText } from '@tongcheng/shared/gates/card-hash';
import { hourMs } from '@tongcheng/shared/time';
import { openGate, type RunningGate } from '../../../host/device/gate';
import { keptStateIn } from '../../../host/device/store/kept-state';
import { deviceKeyIn } from '../../../host/device/store/key-pair';
import { usualTapsPerMinute } from '../../../host/device/taps/tap-limit';
import { standingClock } from '../../world/clock';
import { readerKey } from '../keys';
import { gateService } from './gate-service';

export const kind = 'beijing-yikatong';
/** Numbers of the tests' cards, of nobody. */
export const numberOf = (card: number): string => `1000751${String(card).padStart(10, '0')}`;
/** Token of a card, as the service knows it. */
export const tokenOf = (card: number): string =>
  createHmac('sha256', readerKey)
    .update(cardTokenText(kind, numberOf(card)))
    .digest('hex');

/** Status bytes that tests use: a negative test of so many hours ago under a green status, and a red status. */
export const testedHoursAgo = (now: number, hours: number): number => Math.floor((now - hours * hourMs) / hourMs) % 192;
export const red = 195;

/** A gate in a folder, its service, and its machine's clocks, which a test moves. */
export function gateIn(folder: string) {
  const clock = standingClock();
  const machine = { wallAheadMs: 0, steadyBehindMs: 0 };
  const start = clock.now();
  const { server, service } = gateService(clock, () => deviceKeyIn(folder).publicKey);
  const kept = { server: 'memory', deviceId: 'DEVICE1', name: '测试闸机 test gate', alarm: false };
  const open = (): RunningGate =>
    openGate({
      folder,
      kept: keptStateIn(folder) ?? kept,
      server,
      softwareVersion: '0.0.0',
      usualKind: kind,
      tapsPerMinute: usualTapsPerMinute,
      clocks: {
        wall: () => clock.now() + machine.wallAheadMs,
        steady: () => clock.now() - start - machine.steadyBehindMs,
      },
    });
  /** A rider's tap, two seconds after the one before. */
  const tapAt = (gate: RunningGate, card: number) => {
    clock.pass(2_000);
    const { decision, ground } = gate.onCard({ kind, number: numberOf(card) });
    return [decision, ground];
  };
  return { clock, machine, service, open, tapAt };
}
