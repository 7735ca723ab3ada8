import { createSign, createVerify } from 'node:crypto';

const algorithm = 'RSA-SHA256';

/** Whether the parameters of a question, in the order of their names, carry the signature of the app's key (RSA2). */
export function isSignedByApp(publicKey: string, asked: URLSearchParams): boolean {
  const text = [...asked.entries()]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return createVerify(algorithm)
    .update(text, 'utf8')
    .verify(publicKey, asked.get('sign') ?? '', 'base64');
}

/** A reply as Alipay sends it: the answer under the name of its operation, beside the signature over its very text. */
export function signedReply(privateKey: string, name: string, answer: unknown): string {
  const text = JSON.stringify(answer);
  const sign = createSign(algorithm).update(text, 'utf8').sign(privateKey, 'base64');
  return `{"${name}":${text},"sign":"${sign}"}`;
}
