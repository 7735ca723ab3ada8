import { fail, ok } from '@tongcheng/shared/result';
import type { replaceCode as endpoint } from '@tongcheng/shared/venues/api';
import { generationLimit } from '@tongcheng/shared/venues/ride-code';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import { changeVenue } from './change-venue';
import { claimSerials } from './codes/claim-serials';
import { codeSignerOf } from './codes/code-signer';
import type { VenueRecord } from './records';
import { venueRow } from './venue-row';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/** W-18: a new code for a venue. The old one, posted or photographed, says `revoked` within five seconds. */
export const replaceCode: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const signer = await codeSignerOf(needs.keys);
  const changed = await changeVenue(needs.store, caller, input.venueId, async (venue) => {
    const { revokedReason: _old, ...rest } = venue;
    const issued = await nextCode(needs, venue);
    return { ...rest, ...issued, shortCode: signer.shortCode(issued), issuedAt: needs.clock.now(), revoked: false };
  });
  return changed ? ok(venueRow(signer, needs.publicUrl, changed)) : fail('venue-unknown');
};

/** After the last generation a venue goes on under a new serial; its old codes then stand for nothing. */
async function nextCode(needs: Needs, venue: VenueRecord): Promise<{ serial: number; generation: number }> {
  if (venue.generation + 1 < generationLimit) return { serial: venue.serial, generation: venue.generation + 1 };
  const serial = (await claimSerials(needs, [venue._id])).get(venue._id);
  if (serial === undefined) throw new Error(`No serial for ${venue._id}`);
  return { serial, generation: 0 };
}
