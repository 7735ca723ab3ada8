import { type PublishedList, publishedLists } from '@tongcheng/shared/passes/published-lists';
import * as z from 'zod';
import type { EdgeReply, EdgeRequest } from './request';

/** A list asked for by GET, from whichever way in. */
export interface DownloadRequest {
  /** May carry a query, which says nothing. */
  readonly path: string;
  /** The header `If-None-Match`. */
  readonly held?: string | undefined;
  readonly address: string;
}

/** What goes back: the list’s bytes, nothing where the caller holds them, or a refusal as text. */
export interface DownloadReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const Listed = z.object({ value: z.object({ tag: z.string(), list: z.base64url() }) });

/**
 * Answers a GET for a signed list through the operation that gives it, so that limits, refusals and logs are the same; undefined where no list has
 * the path.
 */
export async function answerDownload(
  answer: (request: EdgeRequest) => Promise<EdgeReply>,
  { path, held, address }: DownloadRequest,
): Promise<DownloadReply | undefined> {
  const asked = listAt(path);
  if (!asked) return undefined;
  const body = JSON.stringify(asked.input);
  const answered = await answer({ name: asked.list.operation, body, bodyBytes: Buffer.byteLength(body), address });
  if (answered.status !== 200) return refused(answered);
  const { tag, list } = Listed.parse(JSON.parse(answered.body)).value;
  const headers = { etag: `"${tag}"`, 'cache-control': `public, max-age=${asked.list.maxAgeSeconds}` };
  if (holds(held, tag)) return { status: 304, headers, body: '' };
  return {
    status: 200,
    headers: { ...headers, 'content-type': asked.list.contentType },
    body: Buffer.from(list, 'base64url'),
  };
}

function listAt(path: string): { list: PublishedList; input: { city?: string } } | undefined {
  const [way = ''] = path.split('?', 1);
  for (const list of publishedLists) {
    if (!list.ofCity && way === list.path) return { list, input: {} };
    const city = list.ofCity && way.startsWith(`${list.path}/`) ? way.slice(list.path.length + 1) : '';
    if (/^\w{1,20}$/.test(city)) return { list, input: { city } };
  }
  return undefined;
}

/** Several tags may be named; one that a proxy weakened by packing is still of the same list. */
const holds = (held: string | undefined, tag: string): boolean =>
  (held ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === `"${tag}"`);

const refused = ({ status, body, retryAfterSeconds }: EdgeReply): DownloadReply => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  },
  body,
});
