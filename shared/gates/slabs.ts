/** Gives out bytes from large pieces of memory: four thousand pages of their own would lie scattered, and cost a quarter more. */
export interface Slabs {
  /** So many bytes, all zero, that nobody else has. */
  take(bytes: number): Uint8Array;
}

const slabBytes = 1 << 20;

/** No slab is taken before bytes are. */
export function newSlabs(): Slabs {
  let [slab, used] = [new Uint8Array(0), 0];
  return {
    take(bytes) {
      if (used + bytes > slab.length) [slab, used] = [new Uint8Array(Math.max(slabBytes, bytes)), 0];
      const from = used;
      used += bytes;
      return slab.subarray(from, used);
    },
  };
}
