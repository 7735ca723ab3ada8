import { columnTexts, type LedgerColumn } from '@tongcheng/shared/coaches/ledger/column-texts';
import type { Text } from '@tongcheng/shared/text';
import type { LedgerNotice, LedgerRefusal } from './reading/ledger-refused';

/** Texts of importing a ledger. */
export const ledgerTexts = {
  title: { zh: '导入台账', en: 'Import a ledger' },
  about: {
    zh: '纸质登记或其他系统的台账（XLSX 或 CSV，最多 10 万行）。文件在本机读取和检查，不上传；确认后只提交检查通过的行。同一行重复导入只登记一次。',
    en: 'Registrations on paper or of another system (XLSX or CSV, up to 100,000 rows). The file is read and checked on this computer and not uploaded; once confirmed, only rows that passed are sent. The same row is registered once however often it is imported.',
  },
  template: { zh: '下载模板', en: 'Template' },
  file: { zh: '台账文件', en: 'Ledger file' },
  reading: { zh: '正在读取，已检查 {rows} 行…', en: 'Reading, {rows} rows checked…' },
  preview: {
    zh: '{good} 行可以入库，{bad} 行有问题。涉及 {departures} 个班次。',
    en: '{good} rows can be filed, {bad} rows have a problem. They are of {departures} departures.',
  },
  unknown: { zh: '不认识的列，没有读取：{columns}', en: 'Columns that mean nothing here and were not read: {columns}' },
  noUndo: { zh: '入库不能撤回，请先核对行数和班次。', en: 'It cannot be undone: compare rows and departures first.' },
  confirm: { zh: '入库 {count} 行', en: 'File {count} rows' },
  sending: {
    zh: '正在入库，已提交 {sent} / {all} 行。请不要关闭页面。',
    en: 'Filing, {sent} of {all} rows sent. Keep this page open.',
  },
  done: {
    zh: '新登记 {filed} 行，以前已登记 {same} 行，未登记 {refused} 行。',
    en: '{filed} rows registered, {same} were registered before, {refused} were not taken.',
  },
  stopped: {
    zh: '没有提交完，已提交的都已保存。再次点“入库”会接着提交，不会重复。',
    en: 'It ended early; what was sent is kept. File again to go on, nothing is doubled.',
  },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  badTitle: { zh: '需要更正的行（{count}）', en: 'Rows to correct ({count})' },
  badHint: {
    zh: '在这里更正，改好的行会并入可以入库的行。这里显示前 {shown} 行。',
    en: 'Correct them here; a row that is right joins those to be filed. The first {shown} are shown.',
  },
  badFile: { zh: '下载有问题的行（含原因）', en: 'Bad rows with their reasons, as a file' },
  problem: { zh: '问题', en: 'Problem' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a cell that is ticked or not says as text: the Chinese one is read, since ledgers are Chinese. */
export const truthTexts = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a file is no ledger that could be read, and what to do. */
export const fileRefusalTexts: Readonly<Record<LedgerRefusal, Text>> = {
  'too-large': {
    zh: '文件过大（超过 200 MB 或内容过多），没有读取。请分成几个文件。',
    en: 'The file is too large (above 200 MB, or too much in it) and was not read. Divide it into several.',
  },
  'too-many-rows': {
    zh: '超过 10 万行，没有读取。请分成几个文件。',
    en: 'There are more than 100,000 rows; nothing was read. Divide the file.',
  },
  'inflates-too-much': {
    zh: '压缩内容异常膨胀，可能是恶意文件，没有读取。请用表格软件另存后再试。',
    en: 'What is packed in it swells beyond measure, as in a malicious file; it was not read. Save it anew by a spreadsheet program and try again.',
  },
  locked: {
    zh: '工作簿有密码，无法读取。请去掉密码后再导入。',
    en: 'The workbook has a password and cannot be read. Remove the password first.',
  },
  'old-format': {
    zh: '这是旧的 .xls 格式。请另存为 .xlsx 或 CSV。',
    en: 'This is the old .xls format. Save it as .xlsx or CSV.',
  },
  broken: {
    zh: '文件损坏，或不是 XLSX、CSV 表格。请重新保存后再试。',
    en: 'The file is damaged, or is no XLSX or CSV table. Save it anew and try again.',
  },
  'holds-a-document-type': {
    zh: '文件里有表格不会有的文档定义，可能是恶意文件，没有读取。',
    en: 'The file holds a document type, which no spreadsheet has, as in a malicious file; it was not read.',
  },
  'no-header': {
    zh: '前 10 行里没有列名。请使用模板的列名。',
    en: 'There is no heading row among the first ten rows. Use the headings of the template.',
  },
  empty: { zh: '表格里没有内容。', en: 'There is nothing in the table.' },
};

/** What was left out of a file, or read otherwise than it stands there. */
export const noticeTexts: Readonly<Record<LedgerNotice['is'], Text>> = {
  'hidden-sheet': { zh: '隐藏的工作表“{name}”没有读取。', en: 'The hidden sheet “{name}” was not read.' },
  'further-sheet': {
    zh: '只读第一张工作表，“{name}”没有读取。',
    en: 'Only the first sheet is read; “{name}” was not.',
  },
  macros: { zh: '文件含有宏，没有运行。', en: 'The file holds macros, which were not run.' },
  formulas: {
    zh: '{count} 格是公式，按上次计算的结果读取。',
    en: '{count} cells are formulas, read by their last result.',
  },
  'merged-down': {
    zh: '{count} 格由上方合并单元格填充。',
    en: '{count} cells were filled from the merged cell above.',
  },
};

/** Which needed columns a file lacks. */
export const missingText = (columns: readonly LedgerColumn[]): Text => ({
  zh: `找不到这些列：${columns.map((column) => columnTexts[column].zh).join('、')}。请对照模板修改列名。`,
  en: `These columns were not found: ${columns.map((column) => columnTexts[column].en).join(', ')}. Compare the headings with the template.`,
});
