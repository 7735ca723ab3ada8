import type { Caller, PartnerCaller } from '@tongcheng/shared/caller';
import { type Endpoint, namesOf } from '@tongcheng/shared/endpoint';
import type { FailureEntry } from '@tongcheng/shared/failure-entry';
import { failures } from '@tongcheng/shared/failures';
import { newId } from '@tongcheng/shared/ids';
import type { Failure, Result } from '@tongcheng/shared/result';
import { fail } from '@tongcheng/shared/result';
import type { SignedRequest } from '@tongcheng/shared/signed-request';
import { formatInstant, minuteMs } from '@tongcheng/shared/time';
import type { Chance } from '../ports/chance';
import type { Clock } from '../ports/clock';
import { CursorRefused, StoreRefused } from '../ports/document-store';
import type { Log } from '../ports/log';
import { readBody } from './read-body';
import type { EdgeReply, EdgeRequest } from './request';
import type { Route } from './route';
import { openSignedRequest } from './signed-request';

/** What the edge itself needs, besides what it hands to the use cases. */
export interface EdgeNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly callerOf: (bearer: string | undefined, address: string) => Promise<Caller | 'ended' | 'stale'>;
  /** False when this caller asked too often this minute; `open` where no session is needed, whatever token is shown. */
  readonly mayAsk: (caller: Caller, open?: boolean) => boolean;
  /** The partner system that signed a request for an operation; undefined when the signature does not hold. */
  readonly partnerOf: (
    request: SignedRequest,
    operation: string,
    address: string,
  ) => Promise<PartnerCaller | undefined>;
}

const entries: Readonly<Record<string, FailureEntry>> = failures;

/** Answers one request: caller, limits, body, route, texts. A fault is caught here once, logged by id, answered without detail. */
export const makeAnswer = <Needs extends EdgeNeeds>(routes: readonly Route<Needs>[]) => {
  const byName = new Map(routes.flatMap((served) => namesOf(served.endpoint).map((name) => [name, served])));
  return async (needs: Needs, request: EdgeRequest): Promise<EdgeReply> => {
    const result = await resultOf(byName, needs, request).catch((fault: unknown) => faultOf(needs, request, fault));
    const serverAt = needs.clock.now();
    if (result.ok) return { status: 200, body: JSON.stringify({ ok: true, value: result.value, serverAt }) };
    return refusal(result.failure, serverAt);
  };
};

async function resultOf<Needs extends EdgeNeeds>(
  byName: ReadonlyMap<string, Route<Needs>>,
  needs: Needs,
  request: EdgeRequest,
): Promise<Result<unknown>> {
  const served = byName.get(request.name);
  if (!served) return fail('unknown-operation');
  const body = readBody(request.body, request.bodyBytes, served.endpoint.largestBodyBytes);
  if (!body.ok) return body;
  if (served.endpoint.access.who === 'partner') return answerSigned(served, needs, request, body.value);
  const caller = await callerFor(served.endpoint, needs, request);
  if (caller === 'stale') return fail('session-stale');
  if (caller === 'ended') return fail('not-signed-in');
  if (!needs.mayAsk(caller, served.endpoint.access.who === 'anyone')) return tooMany(needs);
  return served.run(needs, caller, body.value);
}

/** Partner systems have no session: each request proves itself. A refused one counts against the address that it came from. */
async function answerSigned<Needs extends EdgeNeeds>(
  served: Route<Needs>,
  needs: Needs,
  { name, address }: EdgeRequest,
  body: unknown,
): Promise<Result<unknown>> {
  const signed = await openSignedRequest(needs, name, address, body);
  if (!signed.ok) return needs.mayAsk({ kind: 'anyone', address }) ? signed : tooMany(needs);
  if (!needs.mayAsk(signed.value.caller)) return tooMany(needs);
  return served.run(needs, signed.value.caller, signed.value.input);
}

/** Requests are counted by the minute. */
const tooMany = ({ clock }: EdgeNeeds) =>
  fail('too-many-requests', { until: Math.ceil((clock.now() + 1) / minuteMs) * minuteMs });

/** Where anyone may call, a token that no longer holds is no obstacle: it is how a session is renewed. */
async function callerFor({ access }: Endpoint, needs: EdgeNeeds, { bearer, address }: EdgeRequest) {
  const caller = await needs.callerOf(bearer, address);
  return typeof caller === 'string' && access.who === 'anyone' ? ({ kind: 'anyone', address } as const) : caller;
}

/** A cursor that is none of ours came with the request, so it is the caller's; everything else that is thrown is ours. */
function faultOf(needs: EdgeNeeds, request: EdgeRequest, fault: unknown): Result<never> {
  if (fault instanceof CursorRefused) return fail('invalid-input', { problem: 'cursor' });
  const faultId = newId(needs.clock.now(), needs.chance.bytes);
  const told = fault instanceof Error ? (fault.stack ?? fault.name) : 'not an Error';
  needs.log.event('fault', 'an operation failed', { endpoint: request.name, faultId, fault: told });
  return fault instanceof StoreRefused ? fail('storage-refused', { faultId }) : fail('fault', { faultId });
}

/** A refusal as it goes out: the code with its texts from the catalogue, the status from the same row. */
export function refusal(failure: Failure, serverAt: number): EdgeReply {
  const entry = entries[failure.code] ?? failures.fault;
  const { retry, status } = entry;
  const until = untilOf(failure, serverAt);
  const [zh, en] = [entry.zh, entry.en].map((text) => text.replace('{until}', () => clockTime(until)));
  const body = JSON.stringify({
    ok: false,
    failure: { code: failure.code, retry, zh, en, details: failure.details },
    serverAt,
  });
  if (status !== 429 && status !== 503) return { status, body };
  return { status, body, retryAfterSeconds: retryAfterOf(failure, until - serverAt) };
}

/** Seconds after which to ask again: as the refusal says, until it holds no longer, or soon. */
function retryAfterOf({ details }: Failure, holdsMs: number): number {
  if (typeof details?.retryAfterSeconds === 'number') return details.retryAfterSeconds;
  return details?.until === undefined ? 2 : Math.max(Math.ceil(holdsMs / 1_000), 1);
}

/** Until when it holds, where the refusal says so; texts with `{until}` always get a time. */
const untilOf = ({ details }: Failure, serverAt: number): number =>
  typeof details?.until === 'number' ? details.until : serverAt + minuteMs;

/** The minute by which it is over. */
const clockTime = (at: number): string => formatInstant(Math.ceil(at / minuteMs) * minuteMs, 'HH:mm');
