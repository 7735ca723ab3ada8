import type { Text } from '../text';
import type { NameCheck } from './names';

/** What the person reads at the field when a name is refused: what is wrong and what to do. */
export function nameRefusalText(check: Extract<NameCheck, { readonly valid: false }>): Text {
  return check.reason === 'private-use' ? privateUseText(check.character) : texts[check.reason];
}

const privateUseText = (character: string): Text => ({
  zh: `姓名里有一个旧系统的自造字（${character}），这里认不出。请用输入法重新输入这个字；打不出来的，请带证件到服务台办理。`,
  en: `The name holds a character that only an old system knows (${character}). Type it anew; if your keyboard has none, bring the document to a service desk.`,
});

const texts = {
  empty: { zh: '请按证件输入姓名。', en: 'Please write the name as on the document.' },
  'too-long': {
    zh: '姓名最多 60 个字，请按证件填写。',
    en: 'A name has 60 characters at most. Write it as on the document.',
  },
  characters: {
    zh: '姓名里有不能使用的字符（如数字或符号）。请按证件上的写法填写。',
    en: 'The name has characters that cannot be used, such as digits or signs. Write it as on the document.',
  },
  dots: {
    zh: '姓名中间的点“·”只能有一个隔在两段之间，不能连写，也不能在开头或末尾。请按证件填写。',
    en: 'The dot “·” stands once between two parts of a name, never doubled and never at an end. Write it as on the document.',
  },
} as const satisfies Readonly<Record<string, Text>>;
