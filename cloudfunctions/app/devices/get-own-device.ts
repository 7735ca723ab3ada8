import type { getOwnDevice as endpoint } from '@tongcheng/shared/devices/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { deviceRow, devices } from './device-record';

/** A device reads its own registration: where it is said to stand, and whose it is. */
export const getOwnDevice: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async ({ store }, caller) => {
  const device = await store.get(devices, caller.deviceId);
  return device ? ok(deviceRow(device)) : fail('device-not-registered');
};
