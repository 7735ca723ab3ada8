import type { EdgeNeeds } from './answer';
import { makeAnswer } from './answer';
import { answerDownload, type DownloadReply } from './downloads';
import { downloadEvent } from './events/download-event';
import { frameworkRequest, isFramework } from './events/framework';
import { httpAccessRequest } from './events/http-access';
import { isTimer } from './events/timer';
import { trustedContext } from './events/trusted-context';
import type { EdgeReply, EdgeRequest } from './request';
import type { Route } from './route';

/**
 * A function of the cloud that answers riders, staff and officials over HTTP. The container is made at the first call.
 * Several requests may be under way at once: who asks is in each call's arguments, never in the environment.
 */
export const serve = <Needs extends EdgeNeeds>(container: () => Promise<Needs>, routes: readonly Route<Needs>[]) => {
  const answer = makeAnswer(routes);
  return async (event: unknown, context?: unknown) => {
    const request = requestOf(event, context);
    if (request) return cloudReply(await answer(await container(), request));
    const asked = downloadEvent(event, context);
    const download = asked && (await answerDownload(async (inner) => answer(await container(), inner), asked));
    return download ? cloudDownload(download, isFramework(context)) : { statusCode: 404, headers: {}, body: '' };
  };
};

/** A function of the cloud that only its timer may start; every other event gets nothing. */
export const onTimer =
  <Needs>(container: () => Promise<Needs>, work: (needs: Needs) => Promise<void>) =>
  async (event: unknown, context?: unknown): Promise<void> => {
    if (!isTimer(event, context)) return;
    await work(await container());
  };

/** A reply in the form that the HTTP access service and the functions framework both send as HTTP. */
const cloudReply = (reply: EdgeReply) => ({
  statusCode: reply.status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(reply.retryAfterSeconds === undefined ? {} : { 'retry-after': String(reply.retryAfterSeconds) }),
  },
  body: reply.body,
});

/** Bytes go to the HTTP access service as base64, which it turns back; the functions framework sends bytes as they are, and base64 as text. */
const cloudDownload = ({ status, headers, body }: DownloadReply, asBytes: boolean) => ({
  statusCode: status,
  headers: { ...headers, 'x-content-type-options': 'nosniff' },
  ...(typeof body === 'string' || asBytes ? { body } : { body: body.toString('base64'), isBase64Encoded: true }),
});

/**
 * The request that an event brings, from whichever entrance of the cloud; undefined for everything else. A call by name
 * (`callFunction`) brings none: the product is reached by HTTP only, with sessions of its own (docs/decisions/096).
 */
export const requestOf = (event: unknown, context?: unknown): EdgeRequest | undefined =>
  isFramework(context) ? frameworkRequest(event, context) : httpAccessRequest(event, trustedContext(context));
