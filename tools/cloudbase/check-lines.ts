import { parseValues } from './deployment-file';

/** Something in a file of values that somebody must mend: the line or name, and how. Never a value. */
export interface Finding {
  readonly at: string;
  readonly problem: string;
}

const assignment = /^\s*([A-Za-z_]\w*)\s*=(.*)$/;
const isSaid = (line: string) => line.trim() !== '' && !line.trim().startsWith('#');

/** Lines of a file that do not read as they are written, and names that stand in it twice. */
export function findingsInLines(text: string): readonly Finding[] {
  const values = parseValues(text);
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, index): readonly Finding[] => {
    const [, name, raw = ''] = assignment.exec(line) ?? [];
    if (!isSaid(line)) return [];
    if (name === undefined) return [{ at: `第 ${index + 1} 行 line ${index + 1}`, problem: notAName }];
    if (seen.has(name)) return [{ at: name, problem: '出现两次 stands here twice' }];
    seen.add(name);
    if (text.split(new RegExp(`^\\s*${name}\\s*=`, 'm')).length > 2) return [];
    return readsAsWritten(raw.trim(), values[name] ?? '') ? [] : [{ at: name, problem: readOtherwise }];
  });
}

const notAName = '不是“名称=值”；值须写成一行 is not NAME=value; a value is one line';
const readOtherwise =
  "读出的与写的不同（# 号或引号）；请放进单引号 reads differently (a # or a quotation mark): put it in ' '";

const readsAsWritten = (raw: string, value: string): boolean =>
  raw === value || ['"', "'", '`'].some((quote) => raw === quote + value + quote);

/** What `tcb` would change in a value, or the platform has no room for. */
export function problemOfValue(value: string): string | undefined {
  if (/\p{Cc}/u.test(value)) return '含换行等控制字符，须写成一行 holds a line break or a control character: one line';
  if (/\{\{|\}\}/.test(value)) return '含 {{ 或 }}，部署工具会替换它 holds {{ or }}, which the tool would replace';
  if (value !== value.trim()) return '首尾有空格 begins or ends with a blank';
  return isObject(value) ? '部署工具会把它读成对象 is read as an object by the tool' : undefined;
}

function isObject(value: string): boolean {
  try {
    return typeof JSON.parse(value) === 'object';
  } catch {
    return false;
  }
}
