import { buffer } from 'node:stream/consumers';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { enrolled } from '../../../host/device/enrol';
import { openGate } from '../../../host/device/gate';
import { gateServerOver } from '../../../host/device/http-gate-server';
import { deviceKeyIn } from '../../../host/device/store/key-pair';
import { usualTapsPerMinute } from '../../../host/device/taps/tap-limit';
import { inFolder } from '../../world/folders';
import { officialToken } from '../../world/town-sessions';
import { cardHolder, type GateTown, openGateTown, station } from '../gate-town';

jest.setTimeout(120_000);

/** The service as a gate reaches it, in this process: every call parsed and answered as any caller's. */
const serverOf = ({ town }: GateTown) =>
  gateServerOver(
    async ({ path, body, token }) => {
      const { status, ...answered } = await town.ask(path.slice('/api/'.length), body, token);
      return { status, body: answered };
    },
    async (url, from) => {
      const { pathname, search } = new URL(url);
      const opened = town.needs.objects.openLink?.(pathname + search);
      if (!opened) return undefined;
      const bytes = await buffer(await town.needs.objects.get(opened.key));
      return { from, pieces: one(bytes.subarray(from)) };
    },
  );

async function* one(bytes: Uint8Array) {
  yield bytes;
}

/** A gate that is put up as an engineer puts it up: by a code of an official. */
async function gateOf(opened: GateTown, folder: string) {
  const { town } = opened;
  const invited = await town.ask(
    'devices.invite-device',
    { city: '420100', kind: 'gate', name: '1 号闸机', venueId: station, place: { direction: 'entry', lane: 'E1' } },
    officialToken(town, ['operator']),
  );
  const { code } = z.object({ code: z.string() }).parse(invited.value);
  const asked = { folder, serverUrl: 'http://127.0.0.1', code, softwareVersion: '0.0.0' };
  const kept = await enrolled(asked, deviceKeyIn(folder), () => serverOf(opened));
  const wall = () => town.needs.clock.now();
  return openGate({
    ...{ folder, kept, server: serverOf(opened), clocks: { wall, steady: wall } },
    ...{ softwareVersion: '0.0.0', usualKind: 'beijing-yikatong', tapsPerMinute: usualTapsPerMinute },
  });
}

test(
  'W-20 a card that its holder bound passes a gate that was put up by a code, and the tap is a scan at its station, once',
  inFolder(async (folder) => {
    const opened = await openGateTown();
    const holder = await cardHolder(opened.town, 0);
    await opened.make();
    await opened.nextMake();
    const gate = await gateOf(opened, folder);
    await gate.round();
    expect([gate.sync.fault, gate.sync.set]).toEqual([undefined, undefined]);
    const tapped = gate.onCard({ kind: holder.kind, number: holder.number });
    expect([tapped.decision, tapped.ground]).toEqual(['admit', 'met']);
    expect(gate.onCard({ kind: holder.kind, number: '9999999999' }).ground).not.toBe('met');
    expect([await gate.round(), await gate.round()]).toEqual([true, true]);
    const now = opened.town.needs.clock.now();
    const days = [dayOf(now - hourMs), dayOf(now)];
    const kept = await opened.town.needs.store.find(scans, { where: { day: { in: days } }, limit: 10 });
    expect(kept.items).toMatchObject([{ venueId: station, meaning: 'enter', decision: 'admit', by: 'gate' }]);
    opened.platform.say(holder.documentNumber, opened.platform.red());
    await opened.nextMake();
    await gate.round();
    const { decision, ground } = gate.onCard({ kind: holder.kind, number: holder.number });
    expect([decision, ground]).not.toContain('met');
    gate.close();
    expect(opened.town.faults).toEqual([]);
    await opened.town.close();
  }),
);
