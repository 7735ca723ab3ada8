import { readFileSync } from 'node:fs';
import { createCodeChoice, foreignPictures } from '../../miniprogram/src/platform/camera/choose-code';
import { openReader, type ReadCodes } from '../../miniprogram/src/platform/camera/read-codes';
import { pictureOfScene, type Scene } from '../world/code-pictures';

const ours = 'HTTPS://RIDE.WUHAN.EXAMPLE.CN/R/2DJCT840002K00F7BX9686Y6RJ7XNT';
const other = 'HTTPS://RIDE.WUHAN.EXAMPLE.CN/R/2DJCT840003K00F7BX9686Y6RJ7XNT';
const payment = 'https://qr.alipay.example/bax03431ljhokirwl38f0077';
const camera = { width: 1_280, height: 720 } as const;
const middle = { x: 640, y: 360, modulePx: 8 } as const;

const wasm = () => readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
let read: ReadCodes;
beforeAll(async () => {
  read = await openReader(async () => new Uint8Array(wasm()).buffer);
});

const two = (text: string): Scene => ({
  ...camera,
  codes: [
    { text, x: 330, y: 360, modulePx: 8 },
    { text: payment, x: 940, y: 360, modulePx: 9 },
  ],
});

/** Kinds of shared/cases/found-2.md, "Reading a code (web)". */
const scenes: readonly (readonly [string, Scene])[] = [
  ['alone', { ...camera, codes: [{ ...middle, text: ours }] }],
  ['beside a payment code of like size', two(ours)],
  [
    'under a lamp’s reflection',
    { ...camera, codes: [{ ...middle, text: ours }], glare: { x: 640, y: 380, radius: 70 } },
  ],
  ['light on dark', { ...camera, codes: [{ ...middle, text: ours, inverted: true }] }],
  ['with modules of two pixels', { ...camera, codes: [{ text: ours, x: 500, y: 300, modulePx: 2 }] }],
  ['turned by 37°', { ...camera, codes: [{ ...middle, text: ours, degrees: 37 }] }],
  ['upside down', { ...camera, codes: [{ ...middle, text: ours, degrees: 180 }] }],
  ['in the noise of a dark vehicle', { ...camera, codes: [{ ...middle, text: ours }], noise: 20 }],
  ['faded to 15 % of contrast', { ...camera, codes: [{ ...middle, text: ours }], ink: 128, paper: 160 }],
];

test.each(scenes)('W-17 a ride code is read %s, and chosen', async (_name, scene) => {
  const texts = await read(pictureOfScene(scene));
  expect(texts).toContain(ours);
  expect(createCodeChoice()(texts)).toEqual({ is: 'one', text: ours });
});

test('W-17 a phone without the reader’s program still reads one plain code', async () => {
  const plain = await openReader(() => Promise.reject(new Error('no such program here')));
  const [[, alone] = ['', two(ours)]] = scenes;
  expect(await plain(pictureOfScene(alone))).toEqual([ours]);
});

test('W-17 two ride codes in view are never chosen between; the same code twice is one', async () => {
  const both = two(ours);
  const texts = await read(
    pictureOfScene({ ...both, codes: both.codes.map((code, at) => ({ ...code, text: [ours, other][at] ?? '' })) }),
  );
  expect([...texts].sort()).toEqual([ours, other]);
  const choose = createCodeChoice();
  expect(choose(texts)).toEqual({ is: 'several' });
  // The hand moves on: the words stay a moment, then one code is in view.
  expect(choose([])).toEqual({ is: 'several' });
  expect(choose([other])).toEqual({ is: 'one', text: other });
  expect(choose([ours, ours.toLowerCase()])).toEqual({ is: 'one', text: ours });
});

test('W-17 a foreign code is handed on, so that the app can say what it is, only when no ride code came meanwhile', () => {
  const choose = createCodeChoice();
  for (let seen = 1; seen < foreignPictures; seen += 1) expect(choose([payment])).toEqual({ is: 'none' });
  expect(choose([payment, ours])).toEqual({ is: 'one', text: ours });
  for (let seen = 1; seen < foreignPictures; seen += 1) expect(choose([payment])).toEqual({ is: 'none' });
  expect(choose([])).toEqual({ is: 'none' });
  expect(choose([payment])).toEqual({ is: 'one', text: payment });
});
