import type { EdgeNeeds } from './answer';
import { makeAnswer } from './answer';
import { cloudReply, isTimerEvent, requestOf } from './cloud-event';
import type { Route } from './route';

/** A function of the cloud that answers riders, staff and officials over HTTP. The container is made at the first call. */
export const serve = <Needs extends EdgeNeeds>(container: () => Promise<Needs>, routes: readonly Route<Needs>[]) => {
  const answer = makeAnswer(routes);
  return async (event: unknown) => {
    const request = requestOf(event);
    if (!request) return { statusCode: 404, headers: {}, body: '' };
    return cloudReply(await answer(await container(), request));
  };
};

/** A function of the cloud that only its timer may start; every other event gets nothing. */
export const onTimer =
  <Needs>(container: () => Promise<Needs>, work: (needs: Needs) => Promise<void>) =>
  async (event: unknown): Promise<void> => {
    if (!isTimerEvent(event)) return;
    await work(await container());
  };
