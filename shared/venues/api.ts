import * as z from 'zod';
import { anyone, official, rider } from '../access';
import { endpoint } from '../endpoint';
import { Text } from '../text';
import { CityCode, Cursor, FileLink, FreeText, Id, WireInstant } from '../wire';
import { CityCapability } from './capabilities';
import { modes, venueKinds } from './kinds';
import { printSizes } from './postings';
import { CityView, CodeText, LineBook, VenueRow, VenueView } from './wire';

export const getCity = endpoint({
  name: 'venues.get-city',
  summary: { zh: '城市的公开设置与告示', en: 'Public settings and announcements of a city' },
  access: anyone,
  /** Without a code: the installation's first city. */
  input: z.strictObject({ city: CityCode.exactOptional() }),
  output: CityView,
  failures: ['city-unknown'],
});

/** A city by what people call it, with what it has. */
export const CityName = z.strictObject({ city: CityCode, name: Text, capabilities: z.array(CityCapability) });
export type CityName = z.output<typeof CityName>;

/** Above what one country has. */
const mostCities = 400;

export const listCities = endpoint({
  name: 'venues.list-cities',
  summary: { zh: '多座城市的名称与开通的业务', en: 'Names of several cities and what each has' },
  access: anyone,
  input: z.strictObject({ cities: z.array(CityCode).max(mostCities) }),
  /** In the order asked for; cities that are not of this installation are left out. */
  output: z.strictObject({ cities: z.array(CityName) }),
  failures: [],
});

export const lookAtCode = endpoint({
  name: 'venues.look-at-code',
  formerly: ['venues.look'],
  summary: { zh: '这个码是什么（记录之前先看）', en: 'What a code is, before anything is recorded' },
  access: anyone,
  input: z.strictObject({ code: CodeText }),
  output: VenueView,
  failures: ['code-unknown', 'code-revoked', 'code-forged', 'code-foreign'],
});

export const lineBook = endpoint({
  name: 'venues.line-book',
  summary: {
    zh: '一条线路的乘车点册：手机据此先显示是什么码，不必先问',
    en: 'The venues of one line, so that a phone can show what a code is without asking first',
  },
  access: rider,
  input: z.strictObject({ city: CityCode, lineId: z.string().min(1).max(40) }),
  output: LineBook,
  failures: ['city-unknown'],
});

export const listVenues = endpoint({
  name: 'venues.list-venues',
  formerly: ['venues.list'],
  summary: { zh: '乘车点与乘车码', en: 'Venues and their codes' },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject({
    city: CityCode,
    mode: z.enum(modes).exactOptional(),
    kind: z.enum(venueKinds).exactOptional(),
    lineId: z.string().max(40).exactOptional(),
    /** Beginning of a name, plate or short code. */
    search: z.string().max(40).exactOptional(),
    after: Cursor.exactOptional(),
    limit: z.number().int().min(1).max(1_000),
  }),
  output: z.strictObject({ venues: z.array(VenueRow), total: z.number().int(), next: Cursor.exactOptional() }),
  failures: ['city-unknown'],
});

/** A line by what people call it. */
export const LineName = z.strictObject({ lineId: z.string().max(40), mode: z.enum(modes), name: Text });
export type LineName = z.output<typeof LineName>;

/** So many lines and so many venues of a search are told. */
export const mostPlacesFound = 12;

export const findPlaces = endpoint({
  name: 'venues.find-places',
  summary: { zh: '按名称查找线路与乘车点', en: 'Lines and venues by what people call them' },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  /** Beginning of a name, plate or short code; part of the name of a line. */
  input: z.strictObject({ city: CityCode, search: z.string().min(1).max(40) }),
  output: z.strictObject({
    lines: z.array(LineName).max(mostPlacesFound),
    venues: z.array(VenueView).max(mostPlacesFound),
  }),
  failures: ['city-unknown'],
});

/** Who runs vehicles in a city. */
export const OperatorRow = z.strictObject({ operatorId: Id, city: CityCode, name: z.string(), addedAt: WireInstant });
/** An operator of a city. */
export type OperatorRow = z.output<typeof OperatorRow>;

export const addOperator = endpoint({
  name: 'venues.add-operator',
  summary: { zh: '登记运营单位', en: 'Add an operator' },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ city: CityCode, name: FreeText(60) }),
  output: OperatorRow,
  failures: ['city-unknown'],
});

export const listOperators = endpoint({
  name: 'venues.list-operators',
  summary: { zh: '运营单位', en: 'Operators of a city' },
  access: official('administrator', 'operator', 'bureau', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ operators: z.array(OperatorRow) }),
  failures: ['city-unknown'],
});

/** A plain file of venues, and what comes of it. */
const venueFile = {
  input: z.strictObject({ city: CityCode, csv: z.string().min(1).max(300_000) }),
  largestBodyBytes: 1_024 * 1_024,
  output: z.strictObject({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    badRows: z.array(z.strictObject({ row: z.number().int(), zh: z.string(), en: z.string() })),
  }),
  failures: ['city-unknown', 'capability-absent', 'file-unreadable'],
} as const;

export const importVenues = endpoint({
  name: 'venues.import-venues',
  formerly: ['venues.import'],
  summary: {
    zh: '从表格文件导入乘车点；坏行逐一指出，好行不丢',
    en: 'Import venues from a plain file; every bad row is named, no good row is lost',
  },
  access: official('administrator', 'operator'),
  ...venueFile,
});

export const previewImport = endpoint({
  name: 'venues.preview-import',
  summary: {
    zh: '预览导入：会新增、更改多少，哪些行不能用；什么都不改',
    en: 'What an import would add and change, and its bad rows; nothing is changed',
  },
  access: official('administrator', 'operator'),
  ...venueFile,
});

export const replaceCode = endpoint({
  name: 'venues.replace-code',
  summary: { zh: '换码：旧码作废，发新码', en: 'Replace a code: the old one stops, a new one is issued' },
  access: official('administrator', 'operator'),
  input: z.strictObject({ venueId: z.string().max(40) }),
  output: VenueRow,
  failures: ['venue-unknown'],
});

export const revokeCode = endpoint({
  name: 'venues.revoke-code',
  summary: { zh: '停用乘车码', en: 'Revoke a code' },
  access: official('administrator', 'operator'),
  input: z.strictObject({ venueId: z.string().max(40), reason: FreeText(200) }),
  output: VenueRow,
  failures: ['venue-unknown'],
});

export const printStickers = endpoint({
  name: 'venues.print-stickers',
  summary: {
    zh: '生成张贴用的贴纸或海报（PDF）：每个张贴位置一张贴纸，或每个乘车点一张 A3 海报',
    en: 'Stickers or posters as PDF: a sticker for each posting place, or an A3 poster for each venue',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({
    venueIds: z.array(z.string().max(40)).min(1).max(200),
    /** Absent: stickers. */
    size: z.enum(printSizes).exactOptional(),
  }),
  output: z.strictObject({ file: FileLink, stickers: z.number().int(), pages: z.number().int() }),
  failures: ['venue-unknown', 'sticker-characters-missing'],
});
