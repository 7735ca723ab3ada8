import { endpoints } from './api';
import type { Endpoint } from './endpoint';
import { failures } from './failures';
import { describeAccess } from './openapi';

/** A page for people, at `/docs`: every operation, who may call it, what it refuses. The machine's form is `/openapi.json`; of partner systems alone `/docs/partners`. */
export const openapiPage = (some: readonly Endpoint[] = endpoints, machine = 'openapi.json'): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>同乘接口 Tongcheng API</title>
<link rel="stylesheet" href="docs.css">
<main><h1>同乘接口 <small>Tongcheng API</small></h1>
<p>每个操作是一次 <code>POST /api/&lt;名称&gt;</code>，请求和答复都是 JSON。Each operation is one <code>POST /api/&lt;name&gt;</code> with JSON in and out.
机器可读的定义 For machines: <a href="${machine}">OpenAPI 3.1</a>.</p>
<nav>${rooms(some)
  .map((room) => `<a href="#${room}">${room}</a>`)
  .join(' ')}</nav>
${rooms(some)
  .map((room) => section(room, some))
  .join('\n')}
</main></html>
`;

const rooms = (some: readonly Endpoint[]) => [...new Set(some.map(roomOf))];
const roomOf = (endpoint: Endpoint) => endpoint.name.split('.')[0] ?? '';

const section = (room: string, some: readonly Endpoint[]): string =>
  `<section id="${room}"><h2>${room}</h2>${some
    .filter((endpoint) => roomOf(endpoint) === room)
    .map(article)
    .join('\n')}</section>`;

const article = (endpoint: Endpoint): string => `<article id="${endpoint.name}">
<h3><code>${endpoint.name}</code></h3>
<p>${asText(endpoint.summary.zh)}<br>${asText(endpoint.summary.en)}</p>
<p class="access">${asText(describeAccess(endpoint.access))}</p>
${endpoint.failures.length > 0 ? `<details><summary>拒绝的情形 Refusals (${endpoint.failures.length})</summary><table>${endpoint.failures.map(row).join('')}</table></details>` : ''}
</article>`;

const row = (code: keyof typeof failures): string =>
  `<tr><td>${failures[code].status}</td><td><code>${code}</code></td><td>${asText(failures[code].zh)}<br>${asText(failures[code].en)}</td></tr>`;

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
