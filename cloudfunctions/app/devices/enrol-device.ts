import type { enrolDevice as endpoint } from '@tongcheng/shared/devices/enrolment-api';
import { deviceEnrolText } from '@tongcheng/shared/devices/sign-in-text';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { addressGroup } from '../sessions/address-group';
import type { Limits } from '../sessions/limits';
import type { UseCase } from '../use-case';
import { claimKey, isFreeKey } from './claim-key';
import { deviceInvitationId, deviceInvitations } from './device-invitation';
import { type DeviceRecord, deviceRow, devices } from './device-record';
import { noteState } from './device-state';
import { isSignedBy } from './ed25519';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly limits: Limits;
}

/** Wrong codes from one group of addresses a minute: then they are told apart from a mistyped one. A right one is always listened to. */
const attemptAllowance = { max: 10, perSeconds: 60 } as const;

/**
 * A device enrols its own key by the code that an official gave out; the record names that official. The code serves once: the
 * first device that names it with a key of its own has it, and a key that is refused does not use it up.
 */
export const enrolDevice: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { store, clock } = needs;
  const refused = () =>
    needs.limits.take(`enrolment.${addressGroup(caller.address)}`, attemptAllowance)
      ? fail('enrolment-refused')
      : fail('enrolment-limited', { until: needs.limits.endOf(attemptAllowance) });
  const { publicKey, softwareVersion } = input;
  const now = clock.now();
  const held = await store.get(deviceInvitations, deviceInvitationId(input.code));
  if (!held || held.deviceId !== undefined || held.expiresAt <= now) return refused();
  if (!isSignedBy(publicKey, deviceEnrolText(input.code, publicKey), input.proof)) return refused();
  const deviceId = newId(now, needs.chance.bytes);
  if (!(await isFreeKey(store, publicKey))) return fail('key-refused');
  const { _v, ...invitation } = held;
  if ((await store.update(deviceInvitations, { ...invitation, deviceId }, _v)) !== 'updated') return refused();
  if (!(await claimKey(store, publicKey, deviceId))) return fail('key-refused');
  const { _id, expiresAt: _expiresAt, invitedBy, ...granted } = invitation;
  const device: DeviceRecord = { _id: deviceId, ...granted, publicKey, registeredAt: now, registeredBy: invitedBy };
  await store.insert(devices, device);
  await noteState(needs, deviceId, { softwareVersion });
  return ok(deviceRow(device));
};
