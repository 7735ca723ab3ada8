import { createHash, randomUUID } from 'node:crypto';

/** What lies under a key. */
export interface Kept {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What one operation answers. */
export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** The store's own code of a refusal. */
  readonly refused?: string;
}

const smallestPart = 102_400;
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();
const etagOf = (bytes: Buffer) => `"${md5(bytes).toString('hex').toUpperCase()}"`;
const refused = (status: number, code: string): Answered => ({ status, refused: code });
const keepable = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) =>
      /^(content-type|x-oss-meta-.*|x-oss-server-side-encryption.*)$/.test(name),
    ),
  );

/** A bucket in memory with its open uploads. */
export function bucketInMemory() {
  const objects = new Map<string, Kept>();
  const uploads = new Map<
    string,
    { readonly key: string; readonly headers: Kept['headers']; readonly parts: Map<number, Buffer> }
  >();
  const intact = (body: Buffer, headers: Readonly<Record<string, string>>) =>
    headers['content-md5'] === undefined || headers['content-md5'] === md5(body).toString('base64');
  const put = (key: string, body: Buffer, headers: Readonly<Record<string, string>>): Answered => {
    if (!intact(body, headers)) return refused(400, 'InvalidDigest');
    objects.set(key, { bytes: body, headers: keepable(headers) });
    return { status: 200, headers: { etag: etagOf(body) } };
  };
  const begin = (key: string, headers: Readonly<Record<string, string>>): Answered => {
    const id = randomUUID();
    uploads.set(id, { key, headers: keepable(headers), parts: new Map() });
    const body = `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
    return { status: 200, body };
  };
  const part = (id: string, number: number, body: Buffer, headers: Readonly<Record<string, string>>): Answered => {
    if (!intact(body, headers)) return refused(400, 'InvalidDigest');
    const upload = uploads.get(id);
    if (!upload) return refused(404, 'NoSuchUpload');
    upload.parts.set(number, body);
    return { status: 200, headers: { etag: etagOf(body) } };
  };
  const complete = (id: string, xml: string): Answered => {
    const upload = uploads.get(id);
    if (!upload) return refused(404, 'NoSuchUpload');
    const named = [...xml.matchAll(/<PartNumber>(\d+)<\/PartNumber>\s*<ETag>([^<]+)<\/ETag>/g)];
    const bodies = named.map(([, number]) => upload.parts.get(Number(number)));
    const isRight = named.every(([, , etag], place) => bodies[place] && etagOf(bodies[place]) === etag);
    if (named.length === 0 || !isRight) return refused(400, 'InvalidPart');
    const whole = bodies.flatMap((body) => (body ? [body] : []));
    if (whole.slice(0, -1).some((body) => body.length < smallestPart)) return refused(400, 'EntityTooSmall');
    objects.set(upload.key, { bytes: Buffer.concat(whole), headers: upload.headers });
    uploads.delete(id);
    return { status: 200, body: '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>' };
  };
  const abort = (id: string): Answered => (uploads.delete(id) ? { status: 204 } : refused(404, 'NoSuchUpload'));
  return { objects, uploads, put, begin, part, complete, abort };
}
