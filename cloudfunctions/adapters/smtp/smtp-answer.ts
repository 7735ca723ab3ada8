import { type MailAnswer, MailerAway } from '../../ports/mailer';

const textOf = (value: object, field: string): string => {
  const found = Object.entries(value).find(([name]) => name === field)?.[1];
  return typeof found === 'string' ? found : '';
};

const codeOf = (cause: object): number => {
  const found = Object.entries(cause).find(([name]) => name === 'responseCode')?.[1];
  return typeof found === 'number' ? found : 0;
};

/** A server's words without the addresses that servers like to repeat; at most 200 characters. */
const withoutAddresses = (reply: string): string =>
  reply
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200);

/** What the server said when it refused single recipients. */
export const refusedOf = (errors: readonly object[]): MailAnswer['refused'] =>
  errors.map((error) => ({
    address: textOf(error, 'recipient'),
    permanent: codeOf(error) >= 500,
    reply: withoutAddresses(textOf(error, 'response')),
  }));

/**
 * What a failed sending means: every recipient refused, or the content refused for good (5xx after DATA), is an answer;
 * all else — no connection, broken off, too slow, signed out, 4xx — is {@link MailerAway}, thrown.
 */
export function answerOfFailure(cause: unknown, to: readonly string[]): MailAnswer {
  if (typeof cause !== 'object' || cause === null) throw new MailerAway('the mail server gave no reason');
  const rejected = Object.entries(cause).find(([name]) => name === 'rejectedErrors')?.[1];
  const errors: readonly object[] = Array.isArray(rejected) ? rejected : [];
  if (errors.length > 0) return { accepted: [], refused: refusedOf(errors) };
  const reply = withoutAddresses(
    textOf(cause, 'response') || (cause instanceof Error ? cause.message : textOf(cause, 'code')),
  );
  if (textOf(cause, 'code') === 'EMESSAGE' && codeOf(cause) >= 500) {
    return { accepted: [], refused: to.map((address) => ({ address, permanent: true, reply })) };
  }
  throw new MailerAway(reply || 'the mail server gave no reason');
}
