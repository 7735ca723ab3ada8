import { both } from '@tongcheng/shared/reports/words';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { type Mode, modeNames, modes } from '@tongcheng/shared/venues/kinds';
import type { Chart, PageCell, PageRow, PrintedPage } from '../../workbooks/page';
import type { Form, ReportPlan } from '../records';
import type { ReportCounts } from './counts';
import type { OverviewSums } from './overview-sums';

/** Columns of the tables: a name, up to six modes and a sum; then a gap and the charts. */
const tableColumns = 8;
const widths = [20, 9, 9, 9, 9, 9, 9, 11, 2, 11, 11, 11, 11, 11, 11];
const chartFrom = 10;
const chartTo = 15;
/** Rows that a chart needs at least. */
const chartRows = 9;

const colours: Readonly<Record<Mode, string>> = {
  bus: '0F5C8C',
  metro: 'D9822B',
  brt: '5B8C5A',
  tram: '8E5EA2',
  taxi: 'C2B280',
  ferry: '3FA7D6',
};

/** Five figures over eight columns. */
const figureSpans = [1, 2, 2, 2, 1];

const longest = { lines: 10, refusals: 6, doubts: 8 };

const cell = (value: PageCell['value'], look: PageCell['look'], span = 1): PageCell => ({ value, look, span });
const gap: PageRow = { cells: [], height: 8 };
const subtitle = (zh: string, en: string): PageRow => ({
  cells: [cell(`${zh} ${en}`, 'subtitle', tableColumns)],
  height: 20,
});

/** A day on one page: its figures, journeys by mode and hour, the busiest lines, refusals and what is incomplete, with charts of each. */
export function overviewPage(
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
  counts: ReportCounts,
  sums: OverviewSums,
): PrintedPage {
  const rows: PageRow[] = [...headRows(plan, form, settings, counts), gap];
  const charts: Chart[] = [];
  hourTable(rows, charts, settings, sums);
  rankedTable(rows, charts, {
    ...{ zh: '线路', en: 'Lines', unit: '行程 Journeys', colour: '0F5C8C', atMost: longest.lines },
    sums: sums.lines,
  });
  rankedTable(rows, charts, {
    ...{
      zh: '拒乘原因',
      en: 'Why people were refused',
      unit: '人次 People',
      colour: 'B23A48',
      atMost: longest.refusals,
    },
    sums: sums.refusals,
  });
  rankedTable(rows, charts, {
    ...{ zh: '不完整的原因', en: 'Why journeys are incomplete', unit: '行程 Journeys', colour: 'D9822B' },
    ...{ atMost: longest.doubts, sums: sums.doubts },
  });
  return { widths, rows, charts };
}

function headRows(plan: ReportPlan, form: Form, settings: CitySettings, counts: ReportCounts): readonly PageRow[] {
  const kind = plan.version === 1 ? '客运日报 Daily passenger report' : '客运日报补报 Supplement to the daily report';
  const figures = [
    ['乘客 Riders', counts.riders],
    ['行程 Journeys', counts.rows],
    ['扫码 Scans', counts.scans],
    ['拒乘 Refused', counts.refused],
    ['不完整 Incomplete', counts.incomplete],
  ] as const;
  const words = { full: '完整 full', masked: '脱敏 masked' };
  return [
    { cells: [cell(`${both(settings.name)} · ${plan.day} · ${kind}`, 'title', widths.length)], height: 26 },
    {
      cells: [
        cell('数据截止 Recorded before', 'note'),
        cell({ at: plan.until }, 'note', 3),
        cell(`第 ${plan.version} 版 version ${plan.version} · ${words[form]}`, 'note', 4),
      ],
    },
    { cells: figures.map(([name], index) => cell(name, 'figureName', figureSpans[index])), height: 18 },
    { cells: figures.map(([, count], index) => cell(count, 'figure', figureSpans[index])), height: 24 },
  ];
}

const hourName = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Hours in the order of the service day, which does not begin at midnight. */
const hoursFrom = (first: number): readonly number[] => Array.from({ length: 24 }, (_, index) => (first + index) % 24);

function hourTable(rows: PageRow[], charts: Chart[], settings: CitySettings, sums: OverviewSums): void {
  const shown = modes.filter((mode) => settings.modes.includes(mode) || sums.hours.has(mode));
  const hours = hoursFrom(settings.rolloverHour);
  const countOf = (mode: Mode, hour: number) => sums.hours.get(mode)?.[hour] ?? 0;
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  rows.push(subtitle('各时段行程（按上车时间）', 'Journeys by the hour in which they began'));
  const begin = rows.length;
  const headings = shown.map((mode) => cell(both(modeNames[mode]), 'headingRight'));
  rows.push({ cells: [cell('时段 Hour', 'heading'), ...headings, cell('合计 All', 'headingRight')], height: 30 });
  for (const hour of hours) {
    const counts = shown.map((mode) => countOf(mode, hour));
    const cells = counts.map((count) => cell(count, 'count'));
    rows.push({ cells: [cell(hourName(hour), 'text'), ...cells, cell(sumOf(counts), 'count')] });
  }
  const last = rows.length;
  const totals = shown.map((mode) => sumOf(hours.map((hour) => countOf(mode, hour))));
  const totalCells = [...totals, sumOf(totals)].map((count) => cell(count, 'total'));
  rows.push({ cells: [cell('合计 All', 'totalName'), ...totalCells] }, gap);
  if (sumOf(totals) === 0) return;
  charts.push({
    title: { zh: '各时段行程', en: 'Journeys by hour' },
    kind: 'stacked-columns',
    categories: { column: 1, from: begin + 2, to: last },
    series: shown.map((mode, index) => ({
      name: both(modeNames[mode]),
      values: { column: index + 2, from: begin + 2, to: last },
      colour: colours[mode],
    })),
    from: { column: chartFrom, row: begin },
    to: { column: chartTo, row: last + 1 },
  });
}

interface Ranked {
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly colour: string;
  readonly atMost: number;
  readonly sums: ReadonlyMap<string, number>;
}

/** The largest first; what does not fit is one row. */
function ranked(sums: ReadonlyMap<string, number>, atMost: number): readonly (readonly [string, number])[] {
  const all = [...sums].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  if (all.length <= atMost) return all;
  const rest = all.slice(atMost - 1);
  const sum = rest.reduce((total, [, count]) => total + count, 0);
  return [...all.slice(0, atMost - 1), [`其他 ${rest.length} 项 ${rest.length} others`, sum]];
}

function rankedTable(rows: PageRow[], charts: Chart[], { zh, en, unit, colour, atMost, sums }: Ranked): void {
  const begin = rows.length;
  const named = (name: string, look: PageCell['look']) => cell(name, look, tableColumns - 1);
  rows.push({ cells: [named(`${zh} ${en}`, 'heading'), cell(unit, 'headingRight')], height: 30 });
  const all = ranked(sums, atMost);
  for (const [name, count] of all) rows.push({ cells: [named(name, 'text'), cell(count, 'count')] });
  if (all.length === 0) rows.push({ cells: [named('无 none', 'text'), cell(0, 'count')] });
  const last = rows.length;
  while (rows.length < begin + chartRows) rows.push({ cells: [] });
  rows.push(gap);
  if (all.length === 0) return;
  charts.push({
    title: { zh, en },
    kind: 'bars',
    categories: { column: 1, from: begin + 2, to: last },
    series: [{ name: unit, values: { column: tableColumns, from: begin + 2, to: last }, colour }],
    from: { column: chartFrom, row: begin },
    to: { column: chartTo, row: Math.max(last, begin + chartRows) },
  });
}
