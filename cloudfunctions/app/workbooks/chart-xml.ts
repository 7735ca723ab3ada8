import { columnLetters, xmlText } from './cell-xml';
import type { CellRange, Chart, PrintedPage, Series } from './page';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const chartMain = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const drawingMain = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const sheetDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet's name as references write it. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const reference = (sheet: string, { column, from, to }: CellRange) =>
  xmlText(`${quotedName(sheet)}!$${columnLetters(column)}$${from}:$${columnLetters(column)}$${to}`);

/** What stands in the cells of a range, from the first. */
function valuesOf({ rows }: PrintedPage, { column, from, to }: CellRange): readonly (string | number)[] {
  return rows.slice(from - 1, to).map(({ cells }) => {
    let at = 1;
    for (const { value, span = 1 } of cells) {
      if (at === column) return typeof value === 'string' || typeof value === 'number' ? value : '';
      at += span;
    }
    return '';
  });
}

const cache = (kind: 'str' | 'num', values: readonly (string | number)[]) =>
  `<c:${kind}Cache>${kind === 'num' ? '<c:formatCode>#,##0</c:formatCode>' : ''}<c:ptCount val="${values.length}"/>${values
    .map((value, index) => `<c:pt idx="${index}"><c:v>${xmlText(String(value))}</c:v></c:pt>`)
    .join('')}</c:${kind}Cache>`;

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const textSize = (hundredths: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

function seriesXml(
  sheet: string,
  page: PrintedPage,
  { categories, kind }: Chart,
  series: Series,
  index: number,
): string {
  const labels =
    kind === 'bars'
      ? '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
      : '';
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(series.name)}</c:v></c:tx><c:spPr>${solid(series.colour)}</c:spPr><c:invertIfNegative val="0"/>${labels}<c:cat><c:strRef><c:f>${reference(sheet, categories)}</c:f>${cache('str', valuesOf(page, categories))}</c:strRef></c:cat><c:val><c:numRef><c:f>${reference(sheet, series.values)}</c:f>${cache('num', valuesOf(page, series.values))}</c:numRef></c:val></c:ser>`;
}

const categoryAxis = ({ kind }: Chart) =>
  `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${kind === 'bars' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'bars' ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textSize(800)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;

const valueAxis = ({ kind }: Chart) =>
  `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'bars' ? 't' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350">${solid('D9D9D9')}</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textSize(800)}<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;

/** `xl/charts/chartN.xml`: a chart of the page's cells; their values stand beside the references, for programs that do not look them up. */
export function chartXml(sheet: string, page: PrintedPage, chart: Chart): string {
  const { title, kind, series } = chart;
  const stacked = kind === 'stacked-columns';
  const all = series.map((each, index) => seriesXml(sheet, page, chart, each, index)).join('');
  const bars = `<c:barChart><c:barDir val="${stacked ? 'col' : 'bar'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${all}<c:gapWidth val="40"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="1001"/><c:axId val="1002"/></c:barChart>`;
  const legend = stacked ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textSize(800)}</c:legend>` : '';
  return `${declaration}<c:chartSpace xmlns:c="${chartMain}" xmlns:a="${drawingMain}" xmlns:r="${relations}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1100" b="1"/><a:t>${xmlText(`${title.zh} ${title.en}`)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${bars}${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const corner = (name: 'from' | 'to', { column, row }: Chart['from']) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

/** `xl/drawings/drawingN.xml`: where the charts of a page stand; chart `n` of the page is its relation `rId{n}`. */
export function drawingXml(charts: readonly Chart[]): string {
  const frames = charts.map(({ title, from, to }, index) => {
    const name = xmlText(`${title.zh} ${title.en}`);
    const end = { column: to.column, row: to.row };
    const begin = { column: from.column - 1, row: from.row - 1 };
    return `<xdr:twoCellAnchor>${corner('from', begin)}${corner('to', end)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartMain}"><c:chart xmlns:c="${chartMain}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${declaration}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawingMain}" xmlns:r="${relations}">${frames.join('')}</xdr:wsDr>`;
}
