import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { Doc, DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { Pool } from 'pg';

const isScans = ({ name }: { readonly name: string }): boolean => name === scans.name;

/** The same store, but scans are neither read nor written: what everything else of a scan costs. */
export const withoutScans = (store: DocumentStore): DocumentStore => ({
  ...store,
  insert: (into, document) => (isScans(into) ? Promise.resolve('inserted') : store.insert(into, document)),
  insertMany: (into, documents) =>
    isScans(into) ? Promise.resolve(documents.map(() => 'inserted' as const)) : store.insertMany(into, documents),
  find: (from, query) => (isScans(from) ? Promise.resolve({ items: [] }) : store.find(from, query)),
});

/** The riders that a question about scans names. */
const ridersIn = (where: object): readonly unknown[] => {
  const rider: unknown = Reflect.get(where, 'rider');
  return typeof rider === 'object' && rider !== null && 'in' in rider && Array.isArray(rider.in) ? rider.in : [rider];
};

const selectText = 'select document from scans where city = $1 and rider = any($2) order by id desc limit 200';

/**
 * The common way: each scan is one INSERT of its own through `pg` into PostgreSQL, acknowledged when committed, with the same
 * three indexes. With `reads` it does the whole job, the rider's earlier scans read before; without, it favours the peer.
 */
export async function insertPerRequest(store: DocumentStore, url: string, reads: boolean): Promise<DocumentStore> {
  const pool = new Pool({ connectionString: url, max: 64 });
  await pool.query('drop table if exists scans');
  await pool.query(`create table scans (id text primary key, rider text, venue text, city text, scanned_at bigint,
    recorded_at bigint, document jsonb not null)`);
  await pool.query('create index on scans (rider, scanned_at)');
  await pool.query('create index on scans (venue, recorded_at)');
  await pool.query('create index on scans (city, recorded_at)');
  const text = `insert into scans values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`;
  const insert = async (document: Doc): Promise<'inserted' | 'exists'> => {
    const field = new Map<string, unknown>(Object.entries(document));
    const values = ['rider', 'venueId', 'city', 'scannedAt', 'recordedAt'].map((name) => field.get(name));
    const { rowCount } = await pool.query({
      name: 'scan',
      text,
      values: [document._id, ...values, JSON.stringify(document)],
    });
    return rowCount === 1 ? 'inserted' : 'exists';
  };
  const find: DocumentStore['find'] = async (from, query) => {
    if (!isScans(from)) return store.find(from, query);
    if (!reads) return { items: [] };
    const values = [Reflect.get(query.where, 'city'), ridersIn(query.where)];
    const { rows } = await pool.query({ name: 'earlier', text: selectText, values });
    return { items: rows.map(({ document }) => ({ ...document, _v: 1 })) };
  };
  return {
    ...withoutScans(store),
    find,
    insert: (into, document) => (isScans(into) ? insert(document) : store.insert(into, document)),
    close: async () => {
      await pool.end();
      await store.close();
    },
  };
}
