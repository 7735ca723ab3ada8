import { addressOf } from '@tongcheng/city';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { Transport } from '@tongcheng/shared/client';
import { allRoutes } from '../functions';

/** Carries a person's calls into the functions of this process, as their gateway would, from an address of their own. */
export function withoutHttp(container: Container): (personIndex: number) => Transport {
  const answer = makeAnswer(allRoutes);
  return (personIndex) => async (request) => {
    const body = JSON.stringify(request.body);
    const asked = {
      name: request.path.slice('/api/'.length),
      body,
      bodyBytes: Buffer.byteLength(body),
      address: addressOf(personIndex),
    };
    const reply = await answer(container, request.token === undefined ? asked : { ...asked, bearer: request.token });
    return { status: reply.status, body: JSON.parse(reply.body) };
  };
}

/** Carries calls over HTTP, as the rider's app does. */
export const overHttp =
  (url: string): Transport =>
  async ({ path, token, body }) => {
    const reply = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    return { status: reply.status, body: await reply.json() };
  };
