import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reasonCodes } from '@tongcheng/shared/rides/meanings';
import { reasonOf } from '@tongcheng/shared/rides/reasons';
import { sentencesOfOfflineScan, sentencesOfVerdict } from '../../miniprogram/src/features/rides/spoken-sentences';
import { spokenTexts, wayOn } from '../../miniprogram/src/features/rides/texts/spoken-texts';

/** What `tools/voice/report.mjs` says of a clip. */
interface Clip {
  readonly clip: string;
  readonly language: 'zh' | 'en';
  readonly words: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly loudness: number;
  readonly peak: number;
  readonly errors: readonly unknown[];
  readonly byDictionary?: readonly string[];
  readonly byPinyin?: readonly string[];
  readonly remade?: boolean;
}
interface Report {
  readonly clips: readonly Clip[];
  readonly stale: readonly string[];
  readonly leftOver: readonly string[];
}

const made = ['zh/refuse', 'en/next-appeal'];
let report: Report;
beforeAll(() => {
  report = JSON.parse(execFileSync(process.execPath, ['tools/voice/report.mjs', ...made], { encoding: 'utf8' }));
}, 60_000);

const ofLanguage = (language: Clip['language']) => report.clips.filter((clip) => clip.language === language);
const han = (words: string) => words.match(/\p{Script=Han}/gu)?.length ?? 0;
const letters = (words: string) => words.match(/[a-z]/gi)?.length ?? 0;

const elsewhere = [undefined, 'wechat', 'alipay'] as const;
const everyReason = reasonCodes.flatMap((code) =>
  elsewhere.map((channel) => reasonOf(code, { at: 0, ...(channel && { statusElsewhere: channel }) })),
);

test('X-09 the way on of every reason is said in the words of its button', () => {
  expect(everyReason.length).toBeGreaterThan(40);
  const said = everyReason.map(({ next }) => spokenTexts[wayOn(next)]);
  expect(said).toEqual(everyReason.map(({ next: { text } }) => ({ zh: `下一步：${text.zh}`, en: `Next: ${text.en}` })));
});

test('X-09 words of a button that no sentence has are said as their action is called everywhere', () => {
  const text = { zh: '改用别的应用', en: 'Use some other app' };
  expect(wayOn({ action: 'use-other-channel', text })).toBe('next-use-other-channel');
});

test('X-09 a verdict says its word and its first way on; one of the family with another result is told of, the same result is not', () => {
  const admitted = { verdict: { decision: 'admit' as const, reasons: [] } };
  const reasons = [reasonOf('status-red', { at: 0 }), reasonOf('test-missing', { at: 0 })];
  const refused = { verdict: { decision: 'refuse' as const, reasons } };
  const missing = { verdict: { decision: 'refer' as const, reasons: [reasonOf('status-missing', { at: 0 })] } };
  expect(sentencesOfVerdict({ reply: admitted })).toEqual(['admit']);
  expect(sentencesOfVerdict({ reply: missing })).toEqual(['grey', 'next-complete-status']);
  expect(sentencesOfVerdict({ reply: admitted, family: [admitted, admitted] })).toEqual(['admit']);
  expect(sentencesOfVerdict({ reply: admitted, family: [admitted, refused] })).toEqual(['admit', 'family']);
  expect(sentencesOfVerdict({ reply: refused, family: [admitted] })).toEqual(['refuse', 'next-appeal', 'family']);
});

test('X-01 X-09 a scan kept on the phone: offline, the word, that it is kept, the way on', () => {
  const refused = { decision: 'refuse' as const, reasons: [reasonOf('status-red', { at: 0 })] };
  expect(sentencesOfOfflineScan(refused, true)).toEqual(['offline', 'refuse', 'kept', 'next-appeal']);
  expect(sentencesOfOfflineScan(undefined, true)).toEqual(['offline', 'kept']);
  expect(sentencesOfOfflineScan(undefined, false)).toEqual(['delivered']);
});

test('X-09 every sentence has a fresh clip in both languages, and nothing else has one', () => {
  expect(report.stale).toEqual([]);
  expect(report.leftOver).toEqual([]);
  for (const language of ['zh', 'en'] as const)
    expect(ofLanguage(language).map(({ clip, words }) => [clip, words])).toEqual(
      Object.entries(spokenTexts).map(([name, text]) => [`${language}/${name}`, text[language]]),
    );
});

test('every clip is sound from end to end, as loud as the others, without a clipped peak, and small', () => {
  expect(report.clips.filter(({ errors }) => errors.length > 0)).toEqual([]);
  expect(report.clips.filter(({ loudness }) => loudness < 0.13 || loudness > 0.17)).toEqual([]);
  expect(report.clips.filter(({ peak }) => peak < 0.4 || peak >= 1)).toEqual([]);
  expect(report.clips.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
  expect(report.clips.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(350_000);
});

test('X-09 speech is slow enough for elders and holds every word', () => {
  const slow = (clip: Clip, perSign: number, fastest: number, slowest: number) =>
    clip.seconds / perSign < fastest || clip.seconds / perSign > slowest;
  expect(ofLanguage('zh').filter((clip) => slow(clip, han(clip.words), 0.33, 0.47))).toEqual([]);
  expect(ofLanguage('en').filter((clip) => slow(clip, letters(clip.words), 0.09, 0.2))).toEqual([]);
});

test('X-09 Chinese is read as written: the synthesiser’s own dictionary and the pinyin beside the text give the same sounds', () => {
  for (const { clip, byDictionary, byPinyin } of ofLanguage('zh'))
    expect([clip, byPinyin]).toEqual([clip, byDictionary]);
  const admit = report.clips.find(({ clip }) => clip === 'zh/admit')?.byPinyin?.join(' ');
  expect(admit).toBe('kh o-214 j i214 ts.h @35 N ts.h o-55');
});

test('a clip comes out the same whenever it is made', () => {
  const again = report.clips.filter(({ remade }) => remade !== undefined);
  expect(again.map(({ clip, remade }) => [clip, remade])).toEqual(made.map((clip) => [clip, true]));
});

describe('a city’s own recordings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongcheng-voice-'));
    for (const name of [
      'made/zh/admit.mp3',
      'made/zh/refuse.mp3',
      'made/clips.json',
      'recorded/zh/admit.mp3',
      'recorded/zh/hello.mp3',
    ])
      write(name, name);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  /** Lays the clips into a web app by the tool itself; gives the edition. */
  const lay = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', laying, folder], { encoding: 'utf8' }).trim();
  const laying = `
    import { heardClips, layClips, editionOfClips } from './tools/voice/clips.mjs';
    const folder = process.argv[1];
    const clips = heardClips(folder + '/made', folder + '/recorded');
    layClips(folder + '/app', clips);
    console.log(editionOfClips(clips));`;
  const laid = (name: string) => readFileSync(join(folder, 'app/voice', name), 'utf8');

  test('go before the clips made by code, name by name, and are another edition; others count for nothing', () => {
    const edition = lay();
    expect([laid('zh/admit.mp3'), laid('zh/refuse.mp3')]).toEqual(['recorded/zh/admit.mp3', 'made/zh/refuse.mp3']);
    expect(readdirSync(join(folder, 'app/voice/zh'))).toEqual(['admit.mp3', 'refuse.mp3']);
    expect(lay()).toBe(edition);
    write('recorded/zh/refuse.mp3', 'another voice');
    expect(lay()).not.toBe(edition);
  });
});
