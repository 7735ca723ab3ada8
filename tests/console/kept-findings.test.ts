import { createClient } from '@tongcheng/shared/client';
import { keptFindings } from '../../console/src/client/kept-findings';
import { sampleAt } from './samples';

const client = () =>
  createClient(
    () => Promise.reject(new Error('nobody asks')),
    () => 'token',
  );
const kept = keptFindings<{ readonly reply: { readonly ok: boolean } }>();

/** Counts how often it was asked. */
function asking(ok = true) {
  const state = { asked: 0 };
  const find = async () => {
    state.asked += 1;
    return [{ reply: { ok } }];
  };
  return { state, find };
}

test('what was found within a minute is found again without a question, by the same client and for the same key alone', async () => {
  const { state, find } = asking();
  const one = client();
  await kept(one).foundLately('420600 /appeals', sampleAt, find);
  await kept(one).foundLately('420600 /appeals', sampleAt + 59_999, find);
  expect(state.asked).toBe(1);
  await kept(one).foundLately('210100 /appeals', sampleAt, find);
  await kept(client()).foundLately('420600 /appeals', sampleAt, find);
  expect(state.asked).toBe(3);
  await kept(one).foundLately('420600 /appeals', sampleAt + 60_000, find);
  expect(state.asked).toBe(4);
});

test('what failed is asked for again', async () => {
  const { state, find } = asking(false);
  const one = client();
  await kept(one).foundLately('420600 /appeals', sampleAt, find);
  await kept(one).foundLately('420600 /appeals', sampleAt, find);
  expect(state.asked).toBe(2);
});
