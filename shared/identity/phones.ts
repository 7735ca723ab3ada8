/** A phone number in its stored form, or undefined: eleven digits of the mainland, or + and seven to fifteen digits. */
export function checkPhone(typed: string): string | undefined {
  const tidy = typed
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s()-]/g, '');
  const mainland = tidy.replace(/^(\+86|0086)/, '');
  if (/^1[3-9]\d{9}$/.test(mainland)) return mainland;
  const international = tidy.replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(international) && !international.startsWith('+86') ? international : undefined;
}
