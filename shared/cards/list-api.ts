import * as z from 'zod';
import { partner } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { CardKindName } from '../venues/card-kind';
import { CityCode } from '../wire';

/** The longest list of one kind in a city. */
export const mostListRows = 2_000_000;
/** Rows in one request at most. */
export const rowsARequest = 1_000;

/** Which list: the partner's own, of one kind of card in one city; a higher version replaces the one before. */
const list = { city: CityCode, kind: CardKindName, version: z.number().int().min(1).max(1_000_000_000) } as const;

/** One card with the document of its holder, as it stands in the issuer's file. What cannot be is answered by row and refuses no other. */
const ListRow = z.strictObject({
  number: z.string().max(40),
  name: z.string().max(80),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().max(60),
});

/** Why a row of a list was left out. */
export const rowFailures = ['card-refused', 'card-twice', 'name-refused', 'document-refused'] as const;
/** Why a row of a list was left out. */
export type RowFailure = (typeof rowFailures)[number];

/** How far a list has come: its rows come in, it lies whole, it is being put in force, it is in force. */
export const listStates = ['receiving', 'whole', 'applying', 'in-force'] as const;

/** How far a list has come, and what it changes. */
const Progress = z.strictObject({
  state: z.enum(listStates),
  /** The row to go on with, from 1; one more than all rows once the list lies whole. */
  nextRow: z.number().int(),
  totalRows: z.number().int(),
  /** Rows that were left out. */
  badRows: z.number().int(),
  /** Cards that the list before has not. */
  added: z.number().int(),
  /** Cards of the list before that are another holder's in this one. */
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Cards of the list before that this one has not; told once it lies whole. */
  removed: z.number().int(),
  /** Once in force: cards that stay with a rider who bound them, with another partner's word, or with the holder who undid the link. */
  standing: z.number().int(),
});

export const handInList = endpoint({
  name: 'cards.hand-in-list',
  summary: {
    zh: '发卡方分段提交名单（老年卡、残疾人卡、民政卡等），断了可从下一行继续，逐行指出错误；整份交齐之前什么都不改变',
    en: 'A card company hands in its list of holders piece by piece, goes on where it broke off, and hears of every bad row; nothing changes before the list is whole and put in force',
  },
  access: partner('card-company'),
  input: z.strictObject({
    ...list,
    /** SHA-256 of the whole file, so that pieces of two files are never one list. */
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    totalRows: z.number().int().min(1).max(mostListRows),
    /** The order of the first row below, from 1. */
    firstRow: z.number().int().min(1).max(mostListRows),
    rows: z.array(ListRow).min(1).max(rowsARequest),
  }),
  output: z.strictObject({
    ...Progress.shape,
    bad: z.array(z.strictObject({ row: z.number().int(), code: z.enum(rowFailures), zh: z.string(), en: z.string() })),
  }),
  failures: [
    'city-unknown',
    'card-kind-refused',
    'linking-not-begun',
    'list-version-passed',
    'list-file-differs',
    'list-row-expected',
  ],
  largestBodyBytes: 1_024 * 1_024,
});

export const getList = endpoint({
  name: 'cards.get-list',
  summary: {
    zh: '发卡方查看一份名单到了哪一行、会改变什么',
    en: 'A card company reads how far a list has come and what it would change',
  },
  access: partner('card-company'),
  input: z.strictObject(list),
  output: Progress,
  failures: ['city-unknown', 'card-kind-refused', 'list-unknown'],
});

export const putListInForce = endpoint({
  name: 'cards.put-list-in-force',
  summary: {
    zh: '发卡方在看过改变之后让整份名单生效，取代上一份；须写明将移除多少张',
    en: 'A card company puts a whole list in force after it read what changes; it says how many cards it removes',
  },
  access: partner('card-company'),
  input: z.strictObject({
    ...list,
    /** As the preview told: a list that lost its rows by mistake is not put in force unseen. */
    removed: z.number().int().min(0).max(mostListRows),
  }),
  output: Progress,
  failures: ['city-unknown', 'card-kind-refused', 'list-unknown', 'list-not-whole', 'list-preview-differs'],
});
