/** A reply as it came over HTTP. */
export interface HttpReply {
  readonly status: number;
  readonly body: unknown;
}

/** The reply inside what a request failed with, where a platform takes statuses of 400 and above for failures. Here it does not. */
export const refusedReply = (_reason: unknown): HttpReply | undefined => undefined;
