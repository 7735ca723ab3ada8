import type { Dice } from '../chance';

const surnames: readonly (readonly [string, number])[] = [
  ...withWeight('王李张', 70),
  ...withWeight('刘陈杨黄赵吴', 40),
  ...withWeight('周徐孙马朱胡郭何林高罗郑梁', 18),
  ...withWeight(
    '谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万',
    5,
  ),
  ['欧阳', 3],
  ['司马', 1],
  ['诸葛', 1],
  ['上官', 1],
];
const firsts = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂梓子雨欣浩宇晨佳思文建国志海晓春红玉立永一俊嘉若'];
const seconds = [...'华英兰珍萍玲涵轩怡然泽睿博妍彤瑶琪宁安康乐成龙飞鹏凯辉斌波峰林民生明婷洁颖倩琳蕾雪莹阳东'];
const latinFirsts = [
  'Amina',
  'Carlos',
  'Elena',
  'Fatou',
  'Hiro',
  'Ivan',
  'Jonas',
  'Lucia',
  'Marie',
  'Noor',
  'Omar',
  'Sofia',
];
const latinLasts = [
  'Berg',
  'Costa',
  'Diallo',
  'Fischer',
  'Haddad',
  'Ivanova',
  'Kim',
  'Laurent',
  'Mbeki',
  'Novak',
  'Rossi',
];
const minorityFirsts = ['阿依古丽', '古丽娜尔', '艾合买提', '吐尔逊', '扎西', '卓玛', '巴特尔', '其其格'];
const minorityLasts = ['买买提', '阿卜杜拉', '肉孜', '多吉', '顿珠', '苏和', '热合曼'];

/** A name as it stands on a Chinese document. */
export const chineseName = (dice: Dice): string =>
  dice.weighted(surnames) + dice.pick(firsts) + (dice.happens(0.75) ? dice.pick(seconds) : '');

/** A name of two parts with the dot between them, as several minorities write it. */
export const dottedName = (dice: Dice): string => `${dice.pick(minorityFirsts)}·${dice.pick(minorityLasts)}`;

/** A name in Latin letters, as on a foreign passport. */
export const latinName = (dice: Dice): string => `${dice.pick(latinFirsts)} ${dice.pick(latinLasts)}`.toUpperCase();

function withWeight(characters: string, weight: number): readonly (readonly [string, number])[] {
  return [...characters].map((character) => [character, weight] as const);
}
