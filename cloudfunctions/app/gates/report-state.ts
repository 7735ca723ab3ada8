import type { reportState as endpoint } from '@tongcheng/shared/gates/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { devices } from '../devices/device-record';
import { noteState } from '../devices/device-state';
import type { UseCase } from '../use-case';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** A gate tells how it is: for the officials of its city, and its clock is told what the time is. */
export const reportState: UseCase<typeof endpoint, Needs> = async (needs, caller, told) => {
  const device = await needs.store.get(devices, caller.deviceId);
  if (!device || device.revokedAt !== undefined) return fail('device-not-registered');
  await noteState(needs, caller.deviceId, told);
  return ok({ now: needs.clock.now() });
};
