import type * as api from '@tongcheng/shared/coaches/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { type ResolveNeeds, resolveDeparture } from './resolve-departure';
import { scannedDeparture } from './scanned-departure';

/** After scanning: which coach this is, whom the account registered, or why the code no longer holds. */
export const lookAtDeparture: UseCase<typeof api.lookAtDeparture, ResolveNeeds> = async (needs, caller, { code }) => {
  const found = await resolveDeparture(needs, code);
  return found.ok ? ok(await scannedDeparture(needs, found.value, caller)) : found;
};
