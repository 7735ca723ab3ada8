import { createHash, createPublicKey, createVerify } from 'node:crypto';

/** What the owner of a domain publishes: `<selector>._domainkey.<domain>` and its text. */
export type PublishedKeys = ReadonlyMap<string, string>;

const tagsOf = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    value
      .split(';')
      .map((tag) => tag.split(/=(.*)/s))
      .map(([name = '', content = '']) => [name.trim(), content.replace(/\s+/g, '')]),
  );

/** RFC 6376, 3.4.2: names in lower case, folds and runs of spaces as one. */
const relaxedHeader = (header: string): string => {
  const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(header) ?? [];
  return `${name.trim().toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
};

/** RFC 6376, 3.4.4: no spaces at line ends, runs as one, no empty lines at the end. */
const relaxedBody = (body: string): string =>
  `${body
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '')}\r\n`;

/** Checks a mail's DKIM signature by the published rules, without the library that made it. Says what is wrong, or `right`. */
export function dkimCheck(raw: Buffer, published: PublishedKeys): string {
  const mail = raw.toString('latin1');
  const end = mail.indexOf('\r\n\r\n');
  const headers = mail.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header));
  if (!signature) return 'not signed';
  const tags = tagsOf(signature.replace(/^[^:]+:/, ''));
  if (tags.a !== 'rsa-sha256' || tags.c !== 'relaxed/relaxed') return `another way: ${tags.a} ${tags.c}`;
  const hash = createHash('sha256')
    .update(relaxedBody(mail.slice(end + 4)), 'latin1')
    .digest('base64');
  if (hash !== tags.bh) return 'the body was changed';
  const key = tagsOf(published.get(`${tags.s}._domainkey.${tags.d}`) ?? '').p;
  if (!key) return 'no published key';
  const rest = [...headers];
  const signed = (tags.h ?? '').split(':').map((name) => {
    const place = rest.findLastIndex((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return place < 0 ? '' : relaxedHeader(rest.splice(place, 1)[0] ?? '');
  });
  const own = relaxedHeader(signature.replace(/([;\s]b=)[^;]*/, '$1'));
  const text = `${signed.filter(Boolean).join('\r\n')}\r\n${own}`;
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  const isRight = createVerify('RSA-SHA256')
    .update(text, 'latin1')
    .verify(publicKey, tags.b ?? '', 'base64');
  return isRight ? 'right' : 'the headers were changed';
}

/** Names of the headers that the signature covers. */
export const signedHeaders = (raw: Buffer): readonly string[] => {
  const header = /\r\ndkim-signature:(.*?)\r\n(?![ \t])/is.exec(`\r\n${raw.toString('latin1')}`)?.[1] ?? '';
  return (tagsOf(header).h ?? '').toLowerCase().split(':');
};
