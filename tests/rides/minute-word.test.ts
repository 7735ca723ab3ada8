import { minuteSubject, minuteWord } from '@tongcheng/shared/rides/minute-word';
import { minuteWords } from '@tongcheng/shared/rides/minute-words';
import * as fc from 'fast-check';
import { clock } from '../world/ride-settings';

const all = minuteWords.flat();

test('two hundred words of two characters, each once, each with its English', () => {
  expect(minuteWords.map(({ length }) => length)).toEqual([100, 100]);
  for (const { zh, en } of all) {
    expect(zh).toMatch(/^\p{Script=Han}{2}$/u);
    expect(en).toMatch(/^[A-Za-z][A-Za-z ]{2,20}$/);
  }
  expect(new Set(all.map(({ zh }) => zh)).size).toBe(200);
  expect(new Set(all.map(({ en }) => en.toLowerCase())).size).toBe(200);
});

test('X-06 the word holds to the end of its minute, and the next minute has another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 10_000_000 }), (keyed, next, minute) => {
      const at = minute * 60_000 + 30_000;
      const { word, validUntil } = minuteWord(keyed, at);
      expect(validUntil).toBe((minute + 1) * 60_000);
      expect(all).toContain(word);
      expect(minuteWord(keyed, at + 29_999)).toEqual({ word, validUntil });
      expect(minuteWord(next, validUntil).word).not.toEqual(word);
    }),
  );
});

test('all that is keyed is the venue and the minute', () => {
  expect(minuteSubject('bus-1', clock('08:00:00'))).toBe(minuteSubject('bus-1', clock('08:00:59')));
  expect(minuteSubject('bus-1', clock('08:00:00'))).not.toBe(minuteSubject('bus-1', clock('08:01:00')));
  expect(minuteSubject('bus-1', clock('08:00:00'))).not.toBe(minuteSubject('bus-2', clock('08:00:00')));
});
