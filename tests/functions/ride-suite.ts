import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import * as z from 'zod';
import type { Person } from '../../city/people/person';
import { scanInput } from '../world/scan-input';
import { runByCli, serveByFramework } from './runners';
import { unpack } from './unpacked';

/** Whose ride it is, and the place where the bundles stand. */
export interface Ride {
  readonly target: string;
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What is posted in a vehicle. */
  readonly posted: { readonly code: string; readonly venueId: string };
  readonly person: Person | undefined;
  /** A sign-in code of the outside services for somebody. */
  readonly signInCode: (subject: string) => string;
}

const Session = z.object({ value: z.object({ accessToken: z.string() }) });
const Reply = z.object({ statusCode: z.number(), body: z.string() });

/**
 * The ride of a newcomer by bundles in folders of their own and nothing else: signed in, agreed, authenticated, scanned, told the
 * verdict, asked for the history; and the same event brought by a call by name, which gains nothing.
 */
export async function expectRide(ride: Ride): Promise<void> {
  const bearer = await newcomer(ride);
  const folder = unpack(ride.target, 'rides', join(ride.root, 'ride'));
  const scan = scanInput(ride.posted.code, Date.now(), randomBytes);
  const event = {
    path: '/api/rides.record-scan',
    httpMethod: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: JSON.stringify(scan),
  };
  const byName = { ...ride.environment, SCF_FUNCTION_ENVIRON: 'TCB_UUID=somebody;' };
  expect((await runByCli(folder, event, byName)).given).toEqual({ statusCode: 404, headers: {}, body: '' });
  // One process at a time: on one machine the store belongs to one.
  const first = Reply.parse((await runByCli(folder, event, ride.environment)).given);
  expect([first.statusCode, JSON.parse(first.body)]).toMatchObject([
    200,
    { ok: true, value: { scanId: scan.scanId, meaning: 'board', verdict: { decision: 'admit' } } },
  ]);
  const served = await serveByFramework(folder, ride.environment);
  try {
    const again = await served.ask('rides.record-scan', scan, bearer);
    expect(JSON.parse(again.text)).toMatchObject({ ok: true, value: JSON.parse(first.body).value });
    const history = await served.ask('rides.history', { city: '420100', days: 1 }, bearer);
    const rides = [{ venue: { venueId: ride.posted.venueId }, scanIds: [scan.scanId] }];
    expect(JSON.parse(history.text)).toMatchObject({ ok: true, value: { days: [{ rides, scans: 1 }] } });
  } finally {
    await served.stop();
  }
}

/** The session of somebody who has just been authenticated by the bundle of identity. */
async function newcomer({ target, root, environment, person, signInCode }: Ride): Promise<string> {
  if (!person) throw new Error('nobody to ride');
  const served = await serveByFramework(unpack(target, 'identity', join(root, 'ride')), environment);
  const token = async (name: string, body: unknown, bearer?: string) => {
    const { text } = await served.ask(name, body, bearer);
    const read = Session.safeParse(JSON.parse(text));
    if (!read.success) throw new Error(`${name} gave no session: ${text}`);
    return read.data.value.accessToken;
  };
  try {
    const asked = { provider: 'web', code: signInCode(person.subject), city: '420100' };
    const first = await token('identity.sign-in', asked);
    const { status } = await served.ask('identity.consent', { version: consentVersion, sensitive: true }, first);
    expect(status).toBe(200);
    const { name, documentKind, documentNumber, phone } = person;
    return await token('identity.verify-identity', { name, documentKind, documentNumber, phone }, first);
  } finally {
    await served.stop();
  }
}
