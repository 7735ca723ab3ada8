import { serialLimit } from '@tongcheng/shared/venues/ride-code';
import type { DocumentStore } from '../../../ports/document-store';
import { venueSerials } from '../records';

/** More at once than the store takes in one insert would be refused. */
const maxAtOnce = 1_000;

/**
 * Gives each venue a serial that no other venue ever had, in rising order. Two importers at once cannot get the same
 * one: the serial is the id of the claim. A serial that was claimed and not used is lost, which costs nothing.
 */
export const claimSerials = async (
  { store }: { store: DocumentStore },
  venueIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const given = new Map<string, number>();
  let next = await firstFree(store);
  for (let open = [...venueIds]; open.length > 0; open = open.filter((id) => !given.has(id))) {
    const claimed = open.slice(0, maxAtOnce);
    if (next + claimed.length > serialLimit) throw new Error('All serials of ride codes are given away');
    const claims = claimed.map((venueId, i) => ({ _id: claimId(next + i), venueId }));
    const answers = await store.insertMany(venueSerials, claims);
    for (const [i, answer] of answers.entries()) {
      const venueId = claimed[i];
      if (answer === 'inserted' && venueId !== undefined) given.set(venueId, next + i);
    }
    next += claimed.length;
  }
  return given;
};

async function firstFree(store: DocumentStore): Promise<number> {
  const { items } = await store.find(venueSerials, {
    where: {},
    order: { by: '_id', direction: 'desc' },
    limit: 1,
  });
  return items[0] ? Number(items[0]._id) + 1 : 1;
}

function claimId(serial: number): string {
  return String(serial).padStart(8, '0');
}
