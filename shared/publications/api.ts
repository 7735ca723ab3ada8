import * as z from 'zod';
import { anyone } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Cursor, WireDay, WireInstant } from '../wire';
import { CertificateKey, DeletionRow, RidershipRow, TracingRow } from './wire';

export const deletions = endpoint({
  name: 'publications.deletions',
  summary: {
    zh: '删除证明：哪些日子已不可再查',
    en: 'Deletion certificates: days in which nobody can be found any more',
  },
  access: anyone,
  input: z.strictObject({ city: CityCode, after: Cursor.exactOptional(), limit: z.number().int().min(1).max(200) }),
  /** Latest day first. */
  output: z.strictObject({ key: CertificateKey, rows: z.array(DeletionRow), next: Cursor.exactOptional() }),
  failures: ['city-unknown'],
});

export const tracings = endpoint({
  name: 'publications.tracings',
  summary: { zh: '溯源次数：按月份和目的', en: 'How often people were traced, by month and purpose' },
  access: anyone,
  input: z.strictObject({ city: CityCode }),
  /** Latest month first. */
  output: z.strictObject({ rows: z.array(TracingRow) }),
  failures: ['city-unknown'],
});

export const ridership = endpoint({
  name: 'publications.ridership',
  summary: { zh: '公开客流：按线路、车站和小时', en: 'Open ridership figures by line, stop and hour' },
  access: anyone,
  /** Without a day: the latest that is published. */
  input: z.strictObject({ city: CityCode, day: WireDay.exactOptional() }),
  output: z.strictObject({
    /** Published days, latest first, at most 90. */
    days: z.array(WireDay),
    /** Absent where no day is published yet. */
    figures: z
      .strictObject({
        day: WireDay,
        publishedAt: WireInstant,
        /** Fewer people than this are never told apart. */
        smallestCell: z.number().int(),
        /** Empty when fewer than that rode in the whole city. */
        rows: z.array(RidershipRow),
      })
      .exactOptional(),
  }),
  failures: ['city-unknown', 'day-not-published'],
});
