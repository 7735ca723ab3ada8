/**
 * The part of an address that one household, office or phone has for itself: an IPv4 address whole, of an IPv6 address the
 * first 64 bits, since whoever has one has all of them. Anything else stays as it is.
 */
export function addressGroup(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return address;
  const [before = '', after] = plain.split('::');
  const head = wordsOf(before);
  const tail = wordsOf(after ?? '');
  const gap = after === undefined ? 0 : Math.max(8 - head.length - tail.length, 0);
  const words = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return `${words.slice(0, 4).map(withoutZeros).join(':')}::/64`;
}

const wordsOf = (text: string): readonly string[] => text.split(':').filter((word) => word !== '');
const withoutZeros = (word: string): string => word.replace(/^0+(?=.)/, '');
