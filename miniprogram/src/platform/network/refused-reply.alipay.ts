import { hasFields } from '../../client/records';
import type { HttpReply } from './refused-reply';

/** Alipay's number for "the answer has a status of 400 or above"; the answer itself comes along. */
const httpStatus = 19;

/** The reply inside what a request failed with: on Alipay every refusal of the service arrives as a failure. */
export const refusedReply = (reason: unknown): HttpReply | undefined =>
  hasFields(reason, 'error', 'status', 'data') && Number(reason.error) === httpStatus
    ? { status: Number(reason.status), body: parsed(reason.data) }
    : undefined;

/** Some versions parse the body of a failure, some leave the text. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
