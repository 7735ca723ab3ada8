import { openReader, type Picture } from './read-codes';

/*
 * The thread that reads codes, so that the page's picture never stops for it. `tools/bundle-code-reader.mjs` makes it a file of its own
 * and gives the name of the reader's program beside it.
 */
const reader = openReader(async () => {
  const answer = await fetch(new URL(process.env.TARO_APP_CODE_PROGRAM, self.location.href));
  if (!answer.ok) throw new Error(`the reader's program is not there: ${answer.status}`);
  return answer.arrayBuffer();
});

self.addEventListener('message', async ({ data }: MessageEvent<Picture>) => {
  const read = await reader;
  self.postMessage(await read(data).catch(() => []));
});
