import { pipeline, Readable, Transform } from 'node:stream';
import * as z from 'zod';

const Answer = z.object({
  stream: z.instanceof(Readable),
  res: z.object({ headers: z.object({ 'content-length': z.coerce.number().int().min(0) }) }),
});

/** The body of an answer; it ends only when all that was announced came, else it fails: half a report never passes for one. */
export function wholeBody(answer: unknown): Readable {
  const { stream, res } = Answer.parse(answer);
  const announced = res.headers['content-length'];
  let came = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      came += chunk.length;
      done(null, chunk);
    },
    flush: (done) =>
      done(came === announced ? null : new Error(`the object store broke off after ${came} of ${announced} bytes`)),
  });
  return pipeline(stream, counted, () => undefined);
}
