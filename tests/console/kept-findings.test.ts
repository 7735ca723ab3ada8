import { createClient } from '@tongcheng/shared/client';
import { foundLately } from '../../console/src/client/kept-findings';
import type { SectionFinding } from '../../console/src/client/morning-sections';
import { sampleAt } from './samples';

const client = () =>
  createClient(
    () => Promise.reject(new Error('nobody asks')),
    () => 'token',
  );
const finding = (ok: boolean): SectionFinding => ({
  city: '420600',
  section: {
    path: '/x',
    name: { zh: '某', en: 'some' },
    topic: { asks: [], look: async () => ({ ok: true, value: [] }) },
  },
  reply: ok
    ? { ok: true, value: [] }
    : { ok: false, failure: { code: 'too-many-requests', zh: '过多', en: 'too many', retry: 'later' } },
});

/** Counts how often it was asked. */
function asking(ok = true) {
  const state = { asked: 0 };
  const find = async () => {
    state.asked += 1;
    return [finding(ok)];
  };
  return { state, find };
}

test('what was found within a minute is found again without a question, by the same client and for the same key alone', async () => {
  const { state, find } = asking();
  const one = client();
  await foundLately(one, '420600 /appeals', sampleAt, find);
  await foundLately(one, '420600 /appeals', sampleAt + 59_999, find);
  expect(state.asked).toBe(1);
  await foundLately(one, '210100 /appeals', sampleAt, find);
  await foundLately(client(), '420600 /appeals', sampleAt, find);
  expect(state.asked).toBe(3);
  await foundLately(one, '420600 /appeals', sampleAt + 60_000, find);
  expect(state.asked).toBe(4);
});

test('what failed is asked for again', async () => {
  const { state, find } = asking(false);
  const one = client();
  await foundLately(one, '420600 /appeals', sampleAt, find);
  await foundLately(one, '420600 /appeals', sampleAt, find);
  expect(state.asked).toBe(2);
});
