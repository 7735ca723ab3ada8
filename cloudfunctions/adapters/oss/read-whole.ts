import { PassThrough, pipeline, Readable } from 'node:stream';
import * as z from 'zod';

const Answer = z.object({ stream: z.instanceof(Readable) });

/** The body of an answer. One that breaks off before its announced length fails at its end: half a report never passes for one. */
export function wholeBody(answer: unknown): Readable {
  const { stream } = Answer.parse(answer);
  // Piping by hand would end the reader's side quietly when the connection is cut; a pipeline passes the break on.
  return pipeline(stream, new PassThrough(), () => undefined);
}
