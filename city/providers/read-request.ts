import type { IncomingMessage } from 'node:http';

const maxBody = 16 * 1024;

/** The whole body of a request; what is beyond sixteen kilobytes is let go. */
export async function readRequest(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= maxBody) parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** A body of JSON as its fields; empty when it is none. */
export function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
