import { xmlText } from './cell-xml';
import { quotedName } from './chart-xml';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'application/vnd.openxmlformats-officedocument';
const type = `${office}.spreadsheetml`;

/** A sheet that was written: its tab's name, in the order of the tabs, and the number in its path. */
export interface WrittenSheet {
  readonly name: string;
  readonly number: number;
  /** Of a table: its first row is repeated on every printed page. */
  readonly headed: boolean;
  /** The cells under a filter, as `A1:Q200`. */
  readonly filtered?: string | undefined;
  /** Numbers of its charts among all of the workbook. */
  readonly charts: readonly number[];
}

/** Paths inside the file. */
export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`;
export const drawingPath = (sheet: number) => `xl/drawings/drawing${sheet}.xml`;
export const chartPath = (number: number) => `xl/charts/chart${number}.xml`;

const override = (path: string, what: string) => `<Override PartName="/${path}" ContentType="${what}+xml"/>`;

/** `[Content_Types].xml` */
export const contentTypes = (sheets: readonly WrittenSheet[]) =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('xl/workbook.xml', `${type}.sheet.main`),
    override('xl/styles.xml', `${type}.styles`),
    ...sheets.map(({ number }) => override(sheetPath(number), `${type}.worksheet`)),
    ...sheets.flatMap(({ number, charts }) =>
      charts.length === 0 ? [] : [override(drawingPath(number), `${office}.drawing`)],
    ),
    ...sheets.flatMap(({ charts }) => charts.map((chart) => override(chartPath(chart), `${office}.drawingml.chart`))),
  ].join('')}</Types>`;

const relationships = (all: readonly { readonly id: string; readonly is: string; readonly target: string }[]) =>
  `${declaration}<Relationships xmlns="${packageRelations}">${all
    .map(({ id, is, target }) => `<Relationship Id="${id}" Type="${relations}/${is}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** `_rels/.rels` */
export const rootRelations = () => relationships([{ id: 'rId1', is: 'officeDocument', target: 'xl/workbook.xml' }]);

/** `xl/_rels/workbook.xml.rels` */
export const workbookRelations = (sheets: readonly WrittenSheet[]) =>
  relationships([
    ...sheets.map(({ number }) => ({ id: `rId${number}`, is: 'worksheet', target: `worksheets/sheet${number}.xml` })),
    { id: 'rIdStyles', is: 'styles', target: 'styles.xml' },
  ]);

/** Relations of a sheet to its drawing, and of the drawing to its charts, by their paths; none of a sheet without charts. */
export const drawingRelations = ({ number, charts }: WrittenSheet): Readonly<Record<string, string>> =>
  charts.length === 0
    ? {}
    : {
        [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relationships([
          { id: 'rId1', is: 'drawing', target: `../drawings/drawing${number}.xml` },
        ]),
        [`xl/drawings/_rels/drawing${number}.xml.rels`]: relationships(
          charts.map((chart, index) => ({
            id: `rId${index + 1}`,
            is: 'chart',
            target: `../charts/chart${chart}.xml`,
          })),
        ),
      };

/** Names that programs look for: the rows printed on every page, and the cells under a filter. References, no formulas. */
function definedNames(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, headed, filtered }, index) => {
    const [from, to] = (filtered ?? '').split(':').map((cell) => cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2'));
    const here = xmlText(quotedName(name));
    return [
      ...(filtered === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${here}!${from}:${to}</definedName>`,
          ]),
      ...(headed ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${here}!$1:$1</definedName>`] : []),
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** `xl/workbook.xml`: the tabs, in order. */
export const workbook = (sheets: readonly WrittenSheet[]) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)
    .join('')}</sheets>${definedNames(sheets)}</workbook>`;
