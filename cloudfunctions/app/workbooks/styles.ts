import type { CellLooks } from './cell-xml';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const fonts = {
  plain: '<sz val="11"/><name val="Calibri"/>',
  heading: '<b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/>',
  bold: '<b/><sz val="11"/><name val="Calibri"/>',
  title: '<b/><sz val="16"/><color rgb="FF0F5C8C"/><name val="Calibri"/>',
  figure: '<b/><sz val="14"/><color rgb="FF0F5C8C"/><name val="Calibri"/>',
  note: '<sz val="9"/><color rgb="FF595959"/><name val="Calibri"/>',
};

const fills = {
  none: '<patternFill patternType="none"/>',
  gray125: '<patternFill patternType="gray125"/>',
  heading: '<patternFill patternType="solid"><fgColor rgb="FF0F5C8C"/><bgColor indexed="64"/></patternFill>',
  pale: '<patternFill patternType="solid"><fgColor rgb="FFE8F1F6"/><bgColor indexed="64"/></patternFill>',
};

/** Formats of the programs themselves have numbers below 164; 49 is "text", 3 is a count with separators. */
const formats = { general: 0, count: 3, text: 49, moment: 164, day: 165 };
const ownFormats = { 164: 'yyyy\\-mm\\-dd\\ hh:mm:ss', 165: 'yyyy\\-mm\\-dd' };

interface Look {
  readonly font?: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  readonly format: keyof typeof formats;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrapped?: true;
}

/** How cells look, by name. Texts, and only they, are of format "text". */
const looks = {
  none: { format: 'general' },
  text: { format: 'text', vertical: 'top' },
  wrapped: { format: 'text', vertical: 'top', wrapped: true },
  heading: { format: 'text', font: 'heading', fill: 'heading', vertical: 'center', wrapped: true },
  count: { format: 'count', vertical: 'top' },
  countLeft: { format: 'count', vertical: 'top', align: 'left' },
  moment: { format: 'moment', vertical: 'top', align: 'left' },
  day: { format: 'day', vertical: 'top', align: 'left' },
  title: { format: 'text', font: 'title', vertical: 'center' },
  subtitle: { format: 'text', font: 'bold', vertical: 'center' },
  note: { format: 'text', font: 'note', vertical: 'top', wrapped: true },
  figureName: { format: 'text', font: 'note', fill: 'pale', align: 'center', vertical: 'center', wrapped: true },
  figure: { format: 'count', font: 'figure', fill: 'pale', align: 'center', vertical: 'center' },
  headingRight: { format: 'text', font: 'heading', fill: 'heading', align: 'right', vertical: 'center', wrapped: true },
  total: { format: 'count', font: 'bold', fill: 'pale', vertical: 'top' },
  totalName: { format: 'text', font: 'bold', fill: 'pale', vertical: 'top' },
} as const satisfies Readonly<Record<string, Look>>;

/** A look of `styles.xml`, by name. */
export type LookName = keyof typeof looks;

const names = Object.keys(looks);

/** Index of a look in `styles.xml`. */
const lookNumber = (name: LookName): number => names.indexOf(name);

/** The looks of a table's cells: beside wrapped texts counts stand on the left. */
export const tableLooks = (wrapped: boolean, asHeading = false): CellLooks => ({
  text: lookNumber(asHeading ? 'heading' : wrapped ? 'wrapped' : 'text'),
  count: lookNumber(wrapped ? 'countLeft' : 'count'),
  moment: lookNumber('moment'),
  day: lookNumber('day'),
});

/** One look for whatever a cell holds; dates keep theirs. */
export const sameLook = (name: LookName): CellLooks => ({
  text: lookNumber(name),
  count: lookNumber(name),
  moment: lookNumber('moment'),
  day: lookNumber('day'),
});

const counted = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

const placeIn = (set: object, key: string): number => Object.keys(set).indexOf(key);

/** `quotePrefix` is what Excel sets when a person types an apostrophe: a cell beginning with = stays a text when somebody edits it. */
function lookXml({ format, font = 'plain', fill = 'none', align, vertical, wrapped }: Look): string {
  const alignment =
    align || vertical || wrapped
      ? `<alignment${align ? ` horizontal="${align}"` : ''}${vertical ? ` vertical="${vertical}"` : ''}${wrapped ? ' wrapText="1"' : ''}/>`
      : '';
  const marks = [
    ['quotePrefix', format === 'text'],
    ['applyNumberFormat', format !== 'general'],
    ['applyFont', font !== 'plain'],
    ['applyFill', fill !== 'none'],
    ['applyAlignment', alignment !== ''],
  ].map(([name, is]) => (is ? ` ${name}="1"` : ''));
  const of = `numFmtId="${formats[format]}" fontId="${placeIn(fonts, font)}" fillId="${placeIn(fills, fill)}" borderId="0" xfId="0"`;
  return alignment === '' ? `<xf ${of}${marks.join('')}/>` : `<xf ${of}${marks.join('')}>${alignment}</xf>`;
}

/** `xl/styles.xml` */
export function styles(): string {
  const own = Object.entries(ownFormats).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}">${[
    counted('numFmts', own),
    counted(
      'fonts',
      Object.values(fonts).map((font) => `<font>${font}</font>`),
    ),
    counted(
      'fills',
      Object.values(fills).map((fill) => `<fill>${fill}</fill>`),
    ),
    counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    counted('cellXfs', Object.values(looks).map(lookXml)),
    counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  ].join('')}</styleSheet>`;
}
