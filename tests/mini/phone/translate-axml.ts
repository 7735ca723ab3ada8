/**
 * How deep a page of the Alipay build may nest here. Alipay's templates may call themselves, WeChat's may not, so each level
 * gets a copy of its own.
 */
const deepest = 32;

/** An Alipay template as WeChat's compiler takes it. Test-only: it knows what Taro writes, nothing more. */
export function translateAxml(axml: string): string {
  const plain = axml
    .replace(/<import-sjs name="(\w+)" from="([^"]+)\.sjs"\s*\/>/g, '<wxs module="$1" src="$2.wxs" />')
    .replace(/\.axml"/g, '.wxml"')
    .replace(/\ba:/g, 'wx:')
    .replace(/ on([A-Z]\w*)=/g, (_all, event: string) => ` bind${event.toLowerCase()}=`)
    .replace(/ catch([A-Z]\w*)=/g, (_all, event: string) => ` catch${event.toLowerCase()}=`);
  const templates = plain.match(/<template name="tmpl_0_[\s\S]*?\n<\/template>/g) ?? [];
  const rest = templates.reduce((left, template) => left.replace(template, ''), plain);
  return rest + templates.map(onEveryLevel).join('\n');
}

const onEveryLevel = (template: string): string =>
  Array.from({ length: deepest }, (_unused, level) =>
    template.replaceAll('tmpl_0_', `tmpl_${level}_`).replaceAll('xs.a(0, item.nn)', `xs.a(${level + 1}, item.nn)`),
  ).join('\n');

/** A script of Alipay's views as one of WeChat's. */
export const translateSjs = (sjs: string): string => sjs.replace('export default', 'module.exports =');
