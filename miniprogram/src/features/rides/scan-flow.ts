import type { Client } from '@tongcheng/shared/client';
import { newId } from '@tongcheng/shared/ids';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { PhonePosition } from '../../client/phone-position';
import type { RiderClient } from '../../client/rider-client';
import type { DeliveryNeeds } from './deliver';
import { type QueuedScan, signScan } from './queued-scan';
import type { ReadCode, ScanState } from './scan-state';
import { submitFamilyScans } from './submit-family-scans';
import { knownVenue, rememberVenue } from './venue-cache';

/** What a scan takes from the phone. `wait` runs something later and gives the way to call it off. */
export interface ScanFlowNeeds extends DeliveryNeeds {
  readonly rider: Pick<RiderClient, 'call' | 'ensure'>;
  readonly publicClient: Client;
  readonly position: PhonePosition;
  readonly randomBytes: (size: number) => Promise<Uint8Array>;
  readonly wait: (ms: number, act: () => void) => () => void;
}

/**
 * One scan page's work: a code comes in, an outcome goes out; nothing is asked twice. A code that the phone knows is shown
 * at once and costs one request; any other is asked about first (decision 105). Nothing is sent to be recorded before the
 * time to cancel is over.
 */
export interface ScanFlow {
  state(): ScanState;
  watch(changed: () => void): () => void;
  /** A code was read or typed. Passed over while another is under way. */
  read(code: string): void;
  /** The rider does not want this one. */
  cancel(): void;
  /** W-15: how many ride together in a taxi; from now on the scan waits for {@link ScanFlow.confirm}. */
  setParty(party: number): void;
  confirm(): void;
  /** Back to the camera. */
  again(): void;
}

/** How long it is shown what a code is before it goes: half a second, in a taxi long enough to say how many ride. */
export const shownMs = { ordinary: 500, taxi: 4_000 } as const;

/** A flow at its beginning. */
export function createScanFlow(needs: ScanFlowNeeds): ScanFlow {
  const watchers = new Set<() => void>();
  let state: ScanState = { at: 'aiming' };
  let callOff = () => {};
  const become = (next: ScanState) => {
    callOff();
    callOff = () => {};
    state = next;
    for (const changed of [...watchers]) changed();
  };
  const isStill = (read: ReadCode) => 'readAt' in state && state.readAt === read.readAt && state.code === read.code;

  const record = async (read: ReadCode, party: number, venue?: VenueView) => {
    become({ at: 'recording', ...read, ...(venue && { venue }) });
    const outcome = await submitFamilyScans(needs, await scanOf(needs, read, party, venue));
    if (outcome.is === 'recorded') rememberVenue(needs.records, read.code, outcome.reply.venue, needs.clock.now());
    if (!isStill(read)) return;
    become(
      outcome.is === 'refused'
        ? { at: 'refused', read: read.code, code: outcome.code, reason: outcome.reason }
        : { at: 'done', outcome },
    );
  };
  const identify = async (read: ReadCode) => {
    const answer = await needs.publicClient.call('venues.look-at-code', { code: read.code });
    if (!isStill(read) || state.at !== 'identifying') return;
    if (answer.ok) {
      rememberVenue(needs.records, read.code, answer.value, needs.clock.now());
      return show(read, answer.value);
    }
    const { code, retry, zh, en } = answer.failure;
    return retry === 'later' ? record(read, 1) : become({ at: 'refused', read: read.code, code, reason: { zh, en } });
  };
  const show = (read: ReadCode, venue: VenueView) => {
    become({ at: 'showing', ...read, venue, party: 1, stays: false });
    // A session that ran out is renewed while the rider reads the preview; it records nothing.
    needs.rider.ensure().catch(() => undefined);
    callOff = needs.wait(venue.mode === 'taxi' ? shownMs.taxi : shownMs.ordinary, confirm);
  };
  const confirm = () => {
    if (state.at === 'showing') record({ code: state.code, readAt: state.readAt }, state.party, state.venue);
  };

  return {
    state: () => state,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    read: (code) => {
      if (state.at !== 'aiming' && state.at !== 'refused' && state.at !== 'paused') return;
      needs.position.refresh('scan');
      const read = { code, readAt: needs.clock.now() };
      const venue = knownVenue(needs.records, code, read.readAt);
      if (venue) return show(read, venue);
      become({ at: 'identifying', ...read });
      identify(read);
    },
    cancel: () => {
      if (state.at === 'identifying' || state.at === 'showing') become({ at: 'paused' });
    },
    setParty: (party) => {
      if (state.at === 'showing') become({ ...state, party, stays: true });
    },
    confirm,
    again: () => become({ at: 'aiming' }),
  };
}

async function scanOf(
  { randomBytes, clock, records, position }: ScanFlowNeeds,
  { code, readAt }: ReadCode,
  party: number,
  venue: VenueView | undefined,
): Promise<QueuedScan> {
  const bytes = await randomBytes(10);
  const where = position.latest('scan');
  const scan = { scanId: newId(readAt, () => bytes), code, scannedAt: readAt, clockOffsetMs: clock.offsetMs(), party };
  return signScan(records, { ...scan, ...(where && { position: where }), ...(venue && { venue }) });
}
