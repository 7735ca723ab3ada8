import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/** What a reader of text made of a document, and what may be taken from it. All people are fictitious. */
export interface ReadingCase {
  readonly why: string;
  readonly kind: DocumentKind;
  readonly lines: readonly string[];
  /** Number and name; undefined where nothing may be taken. */
  readonly reads: readonly [number: string, name?: string] | undefined;
}

const idCard = [
  '姓名 张三',
  '性别 女 民族 汉',
  '出生 1990 年 3 月 7 日',
  '住址 湖北省武汉市武昌区幸福路1号',
  '公民身份号码 420106199003072345',
];

export const readingCases: readonly ReadingCase[] = [
  { why: 'a card as it is printed', kind: 'resident-id', lines: idCard, reads: ['420106199003072345', '张三'] },
  { why: 'from below', kind: 'resident-id', lines: [...idCard].reverse(), reads: ['420106199003072345', '张三'] },
  {
    why: 'one text with ends of lines, spaces between all characters',
    kind: 'resident-id',
    lines: ['姓 名 张 三\n性 别 女\n公 民 身 份 号 码 4 2 0 1 0 6 1 9 9 0 0 3 0 7 2 3 4 5'],
    reads: ['420106199003072345', '张三'],
  },
  {
    why: 'labels and values on lines of their own',
    kind: 'resident-id',
    lines: ['姓名', '性别', '张三', '女', '公民身份号码', '420106 19900307 2345'],
    reads: ['420106199003072345', '张三'],
  },
  {
    why: 'everything run together',
    kind: 'resident-id',
    lines: ['姓名张三性别女民族汉', '公民身份号码21010219851231100x'],
    reads: ['21010219851231100X', '张三'],
  },
  {
    why: 'full-width signs, and a multiplication sign for X',
    kind: 'resident-id',
    lines: ['姓名：张三', '２１０１０２１９８５１２３１１００×'],
    reads: ['21010219851231100X', '张三'],
  },
  {
    why: 'O, l and B for 0, 1 and 8, where the check then holds',
    kind: 'resident-id',
    lines: ['42Ol0619900307234S', '姓名张三'],
    reads: ['420106199003072345', '张三'],
  },
  {
    why: 'G for 6',
    kind: 'resident-id',
    lines: ['4201OG199003072345'],
    reads: ['420106199003072345'],
  },
  {
    why: 'a letter for a digit, and the check does not hold',
    kind: 'resident-id',
    lines: ['42O106199003072346'],
    reads: undefined,
  },
  { why: 'one digit misread', kind: 'resident-id', lines: ['姓名张三', '420106199003072845'], reads: undefined },
  { why: 'a digit missing', kind: 'resident-id', lines: ['42010619900307234'], reads: undefined },
  { why: 'a digit too many', kind: 'resident-id', lines: ['4201061990030723455'], reads: undefined },
  {
    why: 'two cards in sight',
    kind: 'resident-id',
    lines: ['公民身份号码420106199003072345', '公民身份号码21010219851231100X'],
    reads: undefined,
  },
  {
    why: 'the same number twice is one',
    kind: 'resident-id',
    lines: ['420106199003072345', '420106199003072345'],
    reads: ['420106199003072345'],
  },
  {
    why: 'English noise',
    kind: 'resident-id',
    lines: ['Name', 'ID No.420106199003072345', 'SPECIMEN', '姓名/Name 张三'],
    reads: ['420106199003072345', '张三'],
  },
  {
    why: 'a minority name keeps its dot, however it was read',
    kind: 'resident-id',
    lines: ['姓名 买买提.艾 力', '420106199003072345'],
    reads: ['420106199003072345', '买买提·艾力'],
  },
  {
    why: 'a long name with dots, alone on its line',
    kind: 'resident-id',
    lines: ['姓名', '阿依古丽·买买提', '420106199003072345'],
    reads: ['420106199003072345', '阿依古丽·买买提'],
  },
  {
    why: 'a rare character',
    kind: 'resident-id',
    lines: ['姓名 张𬎆', '420106199003072345'],
    reads: ['420106199003072345', '张𬎆'],
  },
  {
    why: 'two lines that could be the name: the number alone',
    kind: 'resident-id',
    lines: ['姓名', '张三', '武昌区', '420106199003072345'],
    reads: ['420106199003072345'],
  },
  {
    why: 'two names beside labels: the number alone',
    kind: 'resident-id',
    lines: ['姓名张三', '姓名李四', '420106199003072345'],
    reads: ['420106199003072345'],
  },
  {
    why: 'a name with a digit in it is none',
    kind: 'resident-id',
    lines: ['姓名张3', '420106199003072345'],
    reads: ['420106199003072345'],
  },
  {
    why: 'the back of the card',
    kind: 'resident-id',
    lines: ['中华人民共和国', '居民身份证', '2015.07.01-2035.07.01'],
    reads: undefined,
  },
  { why: 'nothing', kind: 'resident-id', lines: [], reads: undefined },
  {
    why: 'a permit for Hong Kong residents',
    kind: 'hmt-residence-permit',
    lines: ['姓名 陳大文', '公民身份号码 810000199408230021'],
    reads: ['810000199408230021', '陳大文'],
  },
  {
    why: 'another kind of card than was chosen',
    kind: 'hmt-residence-permit',
    lines: idCard,
    reads: undefined,
  },
  {
    why: 'a foreigner’s card, new form; the comma after the surname goes',
    kind: 'foreign-permanent-residence',
    lines: ['姓名/Name SMITH, JOHN', '证件号码/ID No. 931234198507150009', '1985.07.15'],
    reads: ['931234198507150009', 'SMITH JOHN'],
  },
  {
    why: 'a foreigner’s card, old form',
    kind: 'foreign-permanent-residence',
    lines: ['姓名 Name SMITH JOHN', '证件号码 Card No. CAN110085071502'],
    reads: ['CAN110085071502', 'SMITH JOHN'],
  },
  {
    why: 'a country whose letters begin like «No.»',
    kind: 'foreign-permanent-residence',
    lines: ['证件号码 NOR110085071502'],
    reads: ['NOR110085071502'],
  },
  {
    why: 'the old form has no check: a look-alike stays, and is refused',
    kind: 'foreign-permanent-residence',
    lines: ['CAN11OO85071502'],
    reads: undefined,
  },
  {
    why: 'a travel permit with its English name on a line of its own',
    kind: 'hk-macao-travel-permit',
    lines: ['姓名 陳大文', 'CHAN, TAI MAN', '证件号码 No. H12345678', '换证次数 01', '2015.07.01-2025.06.30'],
    reads: ['H12345678', '陳大文'],
  },
  {
    why: 'eleven characters',
    kind: 'hk-macao-travel-permit',
    lines: ['M12345678 01', '姓名 陳大文'],
    reads: undefined,
  },
  {
    why: 'eleven characters together',
    kind: 'hk-macao-travel-permit',
    lines: ['M1234567801', '姓名 陳大文'],
    reads: ['M1234567801', '陳大文'],
  },
  {
    why: 'O among digits: nothing proves what it was',
    kind: 'hk-macao-travel-permit',
    lines: ['证件号码 H12345O78'],
    reads: undefined,
  },
  {
    why: 'a Taiwan permit; a date without its dots competes, the label decides',
    kind: 'taiwan-travel-permit',
    lines: ['姓名 林小明', '证件号码 12345678', '20150701'],
    reads: ['12345678', '林小明'],
  },
  {
    why: 'without the label nothing decides',
    kind: 'taiwan-travel-permit',
    lines: ['姓名 林小明', '12345678', '20150701'],
    reads: undefined,
  },
  { why: 'another document: nobody knows its form', kind: 'other', lines: idCard, reads: undefined },
];
