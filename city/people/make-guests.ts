import type { Text } from '@tongcheng/shared/text';
import { type Dice, diceOf } from '../chance';
import type { Health, Person } from './person';

/** How many people are kept for whoever tries the product by hand. */
const guestCount = 240;

type Trait = (person: Person) => Person;

const withHealth =
  (health: Partial<Health> & Pick<Health, 'colour'>): Trait =>
  (person) => ({ ...person, health: { testDaysAgo: 0, testResult: 'negative', ...health } });

const plain: Trait = (person) => ({
  ...withHealth({ colour: 'green' })(person),
  registeredName: person.name,
  enrolment: 'authenticates',
  habits: { ...person.habits, phoneClockOffMs: 0 },
});

const document =
  (name: string, documentKind: Person['documentKind'], number: (index: string) => string): Trait =>
  (person) => ({
    ...person,
    name,
    registeredName: name,
    child: false,
    documentKind,
    documentNumber: number(String(person.index).padStart(8, '0')),
  });

/** One guest of each kind of outcome, in the order of the page of people. */
export const guestOutcomes: readonly { readonly about: Text; readonly trait: Trait }[] = [
  { about: { zh: '绿码，可以乘车', en: 'Green: may ride' }, trait: plain },
  { about: { zh: '黄码，不能乘车', en: 'Yellow: may not ride' }, trait: withHealth({ colour: 'yellow' }) },
  {
    about: { zh: '红码，不能乘车', en: 'Red: may not ride' },
    trait: withHealth({ colour: 'red', testResult: 'positive' }),
  },
  {
    about: { zh: '没有健康状态（灰码）', en: 'No status (grey)' },
    trait: withHealth({ colour: null, testDaysAgo: null }),
  },
  {
    about: { zh: '健康状态在微信里，这里没有', en: 'The status is in WeChat, not here' },
    trait: withHealth({ colour: null, elsewhere: 'wechat' }),
  },
  {
    about: { zh: '健康状态在支付宝里，这里没有', en: 'The status is in Alipay, not here' },
    trait: withHealth({ colour: null, elsewhere: 'alipay' }),
  },
  {
    about: { zh: '姓名与登记不一致，实名核验不通过', en: 'The name does not match the register' },
    trait: (person) => ({ ...person, registeredName: `${person.name}儿` }),
  },
  {
    about: { zh: '卡号发卡方查不到，可以跳过', en: 'The issuer does not know the card; skip it' },
    trait: (person) => ({
      ...person,
      cards: [{ kind: 'wuhantong', number: `98${pad(person.index, 14)}`, known: false }],
    }),
  },
  {
    about: { zh: '外国护照', en: 'Foreign passport' },
    trait: document('ELENA FISCHER', 'passport', (index) => `DEMO${index.slice(2)}`),
  },
  {
    about: { zh: '港澳居民来往内地通行证', en: 'Hong Kong and Macao travel permit' },
    trait: document('何嘉文', 'hk-macao-travel-permit', (index) => `H${index}`),
  },
  {
    about: { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
    trait: document('林怡君', 'taiwan-travel-permit', (index) => index),
  },
  {
    about: { zh: '姓名中有间隔号', en: 'A name with a dot inside' },
    trait: (person) => ({ ...person, name: '阿依古丽·买买提', registeredName: '阿依古丽·买买提' }),
  },
  {
    about: {
      zh: '核酸检测已过期；现行规则不看检测，可以乘车',
      en: 'The test is old; the rule in force asks for none: may ride',
    },
    trait: withHealth({ colour: 'green', testDaysAgo: 9 }),
  },
];

/** Guests after the riders: first one of each outcome, then people of whom nine in ten are plainly green. */
export const makeGuests = (
  seed: string,
  from: number,
  make: (dice: Dice, index: number, isPlain: boolean) => Person,
): readonly Person[] =>
  Array.from({ length: guestCount }, (_, at) => {
    const dice = diceOf(seed, 'guest', at);
    const trait = guestOutcomes[at]?.trait ?? (dice.happens(0.9) ? plain : undefined);
    const person = make(dice, from + at, trait !== undefined);
    return trait ? trait(plain(person)) : person;
  });

const pad = (index: number, width: number) => String(index).padStart(width, '0');
