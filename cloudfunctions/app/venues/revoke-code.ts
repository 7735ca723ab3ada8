import { fail, ok } from '@tongcheng/shared/result';
import type { revokeCode as endpoint } from '@tongcheng/shared/venues/api';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import { changeVenue } from './change-venue';
import { codeSignerOf } from './codes/code-signer';
import { venueRow } from './venue-row';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/** W-18: takes a venue's code out of use until it is replaced. Doing it again changes the reason only. */
export const revokeCode: UseCase<typeof endpoint, Needs> = async ({ store, keys, publicUrl }, caller, input) => {
  const changed = await changeVenue(store, caller, input.venueId, (venue) => ({
    ...venue,
    revoked: true,
    revokedReason: input.reason,
  }));
  return changed ? ok(venueRow(await codeSignerOf(keys), publicUrl, changed)) : fail('venue-unknown');
};
