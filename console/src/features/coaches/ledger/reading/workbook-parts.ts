import type { SpreadsheetCalendar } from '@tongcheng/shared/coaches/ledger/cell';
import type { Archive } from './archive';
import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';
import { hearXml } from './xml-events';

/** A sheet of a workbook, by the path of its part. */
interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** What a workbook says of itself. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly calendar: SpreadsheetCalendar;
  readonly macros: boolean;
  readonly texts: readonly string[];
  /** Of each style whether it shows a number as a date or a time. */
  readonly isMoment: readonly boolean[];
}

const root = 'xl';

/** Reads everything of a workbook but its cells. */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  if (!archive.has(`${root}/workbook.xml`)) throw new LedgerRefused('broken');
  const targets = await relationships(archive);
  const sheets: SheetPart[] = [];
  let calendar: SpreadsheetCalendar = 1900;
  await hearXml(archive.pieces(`${root}/workbook.xml`), {
    opened: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904;
      const path = name === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
      if (path === undefined || !path.includes('worksheets/')) return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', path, hidden });
    },
  });
  const macros = archive.has(`${root}/vbaProject.bin`);
  return { sheets, calendar, macros, texts: await sharedTexts(archive), isMoment: await momentStyles(archive) };
}

async function relationships(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await hearXml(archive.pieces(`${root}/_rels/workbook.xml.rels`), {
    opened: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target : `${root}/${Target}`);
    },
  });
  return targets;
}

/** Texts that cells name by their number; the sound of characters (`rPh`) is no part of them. */
async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const path = `${root}/sharedStrings.xml`;
  if (!archive.has(path)) return [];
  const texts: string[] = [];
  let [text, characters, isText, isSound] = ['', 0, false, false];
  await hearXml(archive.pieces(path), {
    opened: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isSound = true;
      isText = name === 't' && !isSound;
    },
    text: (more) => {
      if (isText && text.length <= ledgerLimits.cellCharacters) text += more;
    },
    closed: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isSound = false;
      if (name !== 'si') return;
      characters += text.length + 8;
      if (characters > ledgerLimits.sharedCharacters) throw new LedgerRefused('too-large');
      texts.push(text);
    },
  });
  return texts;
}

async function momentStyles(archive: Archive): Promise<readonly boolean[]> {
  const path = `${root}/styles.xml`;
  if (!archive.has(path)) return [];
  const formats = new Map<string, boolean>();
  const styles: boolean[] = [];
  let isOfCells = false;
  await hearXml(archive.pieces(path), {
    opened: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, showsMoment(formatCode));
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) styles.push(formats.get(numFmtId) ?? isBuiltInMoment(Number(numFmtId)));
    },
    closed: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles;
}

/** Formats that a workbook need not spell out (ECMA-376, 18.8.30): dates and times, those of Chinese editions among them. */
const isBuiltInMoment = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format with a part of a date outside quotes and brackets; `[h]` and `[mm]` count time too. */
const showsMoment = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')) &&
  !/^general$/i.test(code);
