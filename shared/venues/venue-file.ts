import type { CsvRow } from '../csv';
import type { Text } from '../text';
import { kindsOfMode, type Mode, modes, type VenueKind, venueKinds } from './kinds';
import { isPlate, plainPlate } from './plates';

/** Columns of a city's plain file of venues (docs/adding-a-city.md). The first four must be there. */
export const venueColumns = [
  'id',
  'mode',
  'kind',
  'name_zh',
  'name_en',
  'line_id',
  'line_zh',
  'line_en',
  'plate',
  'lat',
  'lng',
  'demonstration',
] as const;

/** What a plain file says of a venue. */
export interface VenueFacts {
  /** Within the city, `[a-z0-9-]`. */
  readonly id: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly name: Text;
  readonly lineId?: string;
  readonly lineName?: Text;
  readonly plate?: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly demonstration?: true;
}

/** A row is a venue, or everything that is wrong with it. */
export type ReadVenue =
  | { readonly ok: true; readonly facts: VenueFacts }
  | { readonly ok: false; readonly problems: readonly Text[] };

type Cell = (name: (typeof venueColumns)[number]) => string;

/** Reads one row; a plate is compared by its own rule, a place must lie in China. */
export const readVenueRow = ({ cells }: CsvRow): ReadVenue => {
  const cell: Cell = (name) => cells[name] ?? '';
  const mode = modes.find((known) => known === cell('mode'));
  const kind = venueKinds.find((known) => known === cell('kind'));
  const problems = [
    ...idProblems(cell('id')),
    ...kindProblems(mode, kind, cell('mode'), cell('kind')),
    ...nameProblems([cell('name_zh'), cell('name_en'), cell('line_zh'), cell('line_en')]),
    ...lineProblems(cell('line_id'), cell('line_zh')),
    ...plateProblems(mode, cell('plate')),
    ...placeProblems(cell('lat'), cell('lng')),
    ...demonstrationProblems(cell('demonstration')),
  ];
  if (problems.length > 0 || !mode || !kind) return { ok: false, problems };
  return { ok: true, facts: { ...factsOf(cell), mode, kind } };
};

function factsOf(cell: Cell): Omit<VenueFacts, 'mode' | 'kind'> {
  const plate = plainPlate(cell('plate'));
  return {
    id: cell('id'),
    name: { zh: cell('name_zh'), en: cell('name_en') || cell('name_zh') },
    ...(cell('line_id') && { lineId: cell('line_id') }),
    ...(cell('line_zh') && { lineName: { zh: cell('line_zh'), en: cell('line_en') || cell('line_zh') } }),
    ...(plate && { plate }),
    ...(cell('lat') && { lat: Number(cell('lat')), lng: Number(cell('lng')) }),
    ...(cell('demonstration') === 'yes' && { demonstration: true as const }),
  };
}

function idProblems(id: string): Text[] {
  if (/^[a-z0-9](?:[a-z0-9-]{0,31}[a-z0-9])?$/.test(id)) return [];
  return [
    {
      zh: `编号“${id}”须为小写字母、数字和短横，最多 33 个字符`,
      en: `id “${id}” must be lower-case letters, digits and dashes, at most 33 characters`,
    },
  ];
}

function kindProblems(mode: Mode | undefined, kind: VenueKind | undefined, modeCell: string, kindCell: string): Text[] {
  if (!mode) return [{ zh: `没有“${modeCell}”这种交通方式`, en: `there is no mode “${modeCell}”` }];
  if (!kind) return [{ zh: `没有“${kindCell}”这种乘车点`, en: `there is no kind of venue “${kindCell}”` }];
  if (kindsOfMode[mode].includes(kind)) return [];
  return [{ zh: `${mode} 没有 ${kind} 这种乘车点`, en: `${mode} has no venue of kind ${kind}` }];
}

function nameProblems(names: readonly string[]): Text[] {
  if (names[0] === '') return [{ zh: '缺少中文名称', en: 'the Chinese name is missing' }];
  if (names.every((name) => name.length <= 60 && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name))) return [];
  return [
    { zh: '名称过长（60 字以内）或含有不可见字符', en: 'a name is longer than 60 characters or has invisible ones' },
  ];
}

function lineProblems(lineId: string, lineZh: string): Text[] {
  if (lineId.length > 40) return [{ zh: '线路编号过长', en: 'the line id is longer than 40 characters' }];
  if (lineId === '' || lineZh !== '') return [];
  return [{ zh: '缺少线路名称', en: 'the name of the line is missing' }];
}

function plateProblems(mode: Mode | undefined, typed: string): Text[] {
  if (typed !== '' && !isPlate(plainPlate(typed)))
    return [{ zh: `“${typed}”不是车牌号`, en: `“${typed}” is not a number plate` }];
  if (typed === '' && (mode === 'bus' || mode === 'taxi'))
    return [{ zh: '公交车和出租车须有车牌号', en: 'buses and taxis need their number plate' }];
  return [];
}

function placeProblems(lat: string, lng: string): Text[] {
  if (lat === '' && lng === '') return [];
  const within = (text: string, from: number, to: number) =>
    /^\d{1,3}(?:\.\d{1,8})?$/.test(text) && Number(text) >= from && Number(text) <= to;
  if (within(lat, 3, 54) && within(lng, 73, 136)) return [];
  return [
    {
      zh: `坐标“${lat}, ${lng}”不在中国境内（先纬度，后经度）`,
      en: `the place “${lat}, ${lng}” is not in China (latitude first, then longitude)`,
    },
  ];
}

function demonstrationProblems(text: string): Text[] {
  if (text === '' || text === 'yes' || text === 'no') return [];
  return [{ zh: 'demonstration 一栏只能填 yes 或 no', en: 'the column demonstration takes yes or no' }];
}
