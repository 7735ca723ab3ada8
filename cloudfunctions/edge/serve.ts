import type { EdgeNeeds } from './answer';
import { makeAnswer } from './answer';
import { cloudReply } from './events/cloud-reply';
import { requestOf } from './events/request-of';
import { isTimer } from './events/timer';
import type { Route } from './route';

/**
 * A function of the cloud that answers riders, staff and officials over HTTP. The container is made at the first call.
 * Several requests may be under way at once: who asks is in each call's arguments, never in the environment.
 */
export const serve = <Needs extends EdgeNeeds>(container: () => Promise<Needs>, routes: readonly Route<Needs>[]) => {
  const answer = makeAnswer(routes);
  return async (event: unknown, context?: unknown) => {
    const request = requestOf(event, context);
    if (!request) return { statusCode: 404, headers: {}, body: '' };
    return cloudReply(await answer(await container(), request));
  };
};

/** A function of the cloud that only its timer may start; every other event gets nothing. */
export const onTimer =
  <Needs>(container: () => Promise<Needs>, work: (needs: Needs) => Promise<void>) =>
  async (event: unknown, context?: unknown): Promise<void> => {
    if (!isTimer(event, context)) return;
    await work(await container());
  };
