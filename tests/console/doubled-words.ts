/** Words that never stand twice in a row: where they do, a text was put into another that ends or begins as it does. */
const small = '在|的|了|是|和|与|从|到|向|对|被|把|为|有|由|按|查找|已';
const doubledHan = new RegExp(`(${small})\\1`, 'u');
const doubledLatin = /\b([a-z]+) \1\b/iu;

/** The word that stands twice in a row in what somebody reads, if one does: 在在岗人员中, of the the line. */
export const doubledWord = (text: string): string | undefined =>
  (doubledHan.exec(text) ?? doubledLatin.exec(text))?.[0];
