import { checkName, hanCharacter } from '../../names';

const label = /姓\s*名/;
/** What may stand between the label and the name: its English, signs, spaces. */
const betweenLabelAndName = /^[\s:：/|.·-]*(?:NAME[S]?(?![A-Z])[\s:：/|.-]*)?/i;
/** Where a name ends that ran together with the field after it. */
const nextField =
  /性\s*别|性\s*別|民\s*族|出\s*生|国\s*籍|國\s*籍|住\s*址|公\s*民|签\s*发|(?:^|\s)(?:SEX|DATE|NATIONALITY)(?![A-Z])/i;
/** Words that documents print themselves; a line with one of them is nobody's name. */
const printedWords =
  /中华|中華|人民|共和|居民|身份|通行|居住|来往|來往|签发|簽發|有效|期限|机关|機關|公安|性别|性別|民族|出生|住址|地址|号码|號碼|证件|證件|永久|居留|国籍|國籍|换证|換證|次数|次數|日期|签名|簽名|护照|護照|出入境|管理|长期/;

const han = new RegExp(`^${hanCharacter}{2,4}$`);
const hanWithDots = new RegExp(`^${hanCharacter}+(?:·${hanCharacter}+)+$`);
const betweenHan = new RegExp(`(${hanCharacter}|·) (?=${hanCharacter}|·)`, 'g');
const dotBetweenHan = new RegExp(`(${hanCharacter}) ?[.•・‧∙●] ?(?=${hanCharacter})`, 'g');
const anyHan = new RegExp(hanCharacter);

/**
 * The name beside 姓名, on the same line or, where the label stands alone, the only line that can be a name; in the form to store.
 * Undefined when none is there or several compete. Spaces that readers put between Han characters are gone, the dot of minority names
 * stays. Latin names are taken beside the label only, without the comma after the surname.
 */
export function printedName(lines: readonly string[]): string | undefined {
  const labelled = lines.filter((line) => label.test(line));
  if (labelled.length === 0) return undefined;
  const beside = labelled.map(besideLabel).filter((name) => name !== '');
  if (beside.length > 0) return onlyName(beside);
  return onlyName(lines.map(joined).filter((line) => (han.test(line) || hanWithDots.test(line)) && !isPrinted(line)));
}

const isPrinted = (line: string): boolean => label.test(line) || printedWords.test(line);

function besideLabel(line: string): string {
  const [, after = ''] = line.split(label);
  const [value = ''] = after.replace(betweenLabelAndName, '').split(nextField);
  const name = joined(value);
  return anyHan.test(name) ? name : name.replace(/\s*,\s*/g, ' ');
}

/** Han characters together, dots between them as one sign. */
const joined = (text: string): string => text.trim().replace(betweenHan, '$1').replace(dotBetweenHan, '$1·');

function onlyName(found: readonly string[]): string | undefined {
  const [first] = found;
  if (first === undefined || found.some((name) => name !== first)) return undefined;
  const checked = checkName(first);
  return checked.valid && Array.from(checked.stored).length > 1 ? checked.stored : undefined;
}
