import { readdirSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { makeNotoSansSc } from '@tongcheng/cloudfunctions/adapters/fonts/noto-sans-sc';
import { slices } from '@tongcheng/cloudfunctions/adapters/fonts/noto-sans-sc-slices';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { listVenues } from '@tongcheng/cloudfunctions/app/venues/list-venues';
import { printStickers } from '@tongcheng/cloudfunctions/app/venues/print-stickers';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { revokeCode } from '@tongcheng/cloudfunctions/app/venues/revoke-code';
import { drawSheets } from '@tongcheng/cloudfunctions/app/venues/stickers/draw-sheets';
import { inHeldForms } from '@tongcheng/cloudfunctions/app/venues/stickers/missing-characters';
import { qrMatrix } from '@tongcheng/cloudfunctions/app/venues/stickers/print-page';
import { posterOf, type Sticker, stickersOf } from '@tongcheng/cloudfunctions/app/venues/stickers/sticker';
import { makeTypesetter } from '@tongcheng/cloudfunctions/app/venues/stickers/typeset';
import { darkRuns, quietZone } from '@tongcheng/shared/qr-matrix';
import fc from 'fast-check';
import jsQR from 'jsqr';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import { anOfficial } from '../world/callers';
import { noon } from '../world/clock';
import { openVenueInstallation, wuhanSettings, wuhanVenues } from '../world/venue-installation';
import { aBus, aStation } from './fixtures';

jest.setTimeout(60_000);

const link = 'HTTPS://RIDE.EXAMPLE.CN/R/2AB10CTM8K3M5Q0XD0000000000000';
const setting = { link, hotline: '027-81886666' };

/** Paints dark rectangles on white, as a camera sees the sheet, and reads the code there. */
const seen = (rectangles: readonly (readonly [number, number, number, number])[], size: number) => {
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [left, top, width, height] of rectangles)
    for (let y = Math.round(top); y < Math.round(top + height); y += 1)
      for (let x = Math.round(left); x < Math.round(left + width); x += 1)
        pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return jsQR(pixels, size, size)?.data;
};

test('the drawn modules are read back as the link, with a quiet zone of four', () => {
  const matrix = qrMatrix(link);
  const cell = 4;
  const rectangles = darkRuns(matrix).map(
    ({ row, column, length }) => [(column + quietZone) * cell, (row + quietZone) * cell, length * cell, cell] as const,
  );
  expect(quietZone).toBe(4);
  expect(seen(rectangles, (matrix.length + 2 * quietZone) * cell)).toBe(link);
});

test('W-10 a code is of the highest level of correction that takes no more modules than level M', () => {
  const sizeAt = (text: string, level: 'M' | 'Q' | 'H') => {
    const code = qrcode(0, level);
    code.addData(text, 'Alphanumeric');
    code.make();
    return code.getModuleCount();
  };
  const levelOf = (text: string) => {
    const matrix = qrMatrix(text);
    expect(matrix).toHaveLength(sizeAt(text, 'M'));
    // Beside the upper left finder stand two bits of the level, turned by 10 (ISO/IEC 18004, 7.9).
    const [first, second] = [0, 1].map((column) => Number(matrix[8]?.[column]));
    return `${Number(first) ^ 1}${Number(second)}`;
  };
  const bits = { M: '00', Q: '11', H: '10' };
  const lengths = [10, 16, 20, 44, 61, 66, 77];
  const taken = new Set<string>();
  for (const length of lengths) {
    const text = link.padEnd(length, 'X').slice(0, length);
    const right = (['H', 'Q'] as const).find((level) => sizeAt(text, level) === sizeAt(text, 'M')) ?? 'M';
    taken.add(right);
    expect([length, levelOf(text)]).toEqual([length, bits[right]]);
  }
  expect([...taken].sort()).toEqual(['H', 'M', 'Q']);
  expect([link.length, qrMatrix('X'.repeat(62)).length, levelOf('X'.repeat(62))]).toEqual([link.length, 33, bits.Q]);
});

test('W-10 a sticker for each posting place names it; the first one of a sheet is read from the PDF itself', async () => {
  const stickers = stickersOf(aBus, setting);
  expect(stickers.map(({ place }) => place?.zh)).toEqual(['车身', '后门', '驾驶室隔板']);
  const { pdf, pages } = await drawSheets(await makeNotoSansSc().faces('滠'), stickers, noon);
  expect(pages).toBe(1);
  const [page = ''] = contentOf(pdf);
  const blocks = codesOn(page);
  expect(blocks).toHaveLength(3);
  const { moved } = painted(blocks[0] ?? '', 4, 60);
  expect(seen(moved, 520)).toBe(link);
});

test('W-18 a poster is A3, one for each venue, with its words in both languages and a code that is read from the PDF itself', async () => {
  for (const venue of [aBus, aStation]) {
    const poster = posterOf(venue, setting);
    expect(poster).not.toHaveProperty('place');
    const [{ place: _place, ...sticker }] = stickersOf(venue, setting) as [Sticker];
    expect(poster).toEqual(sticker);
    const { pdf, pages } = await drawSheets(await makeNotoSansSc().faces('滠'), [poster], noon, 'poster');
    expect(pages).toBe(1);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/MediaBox [0 0 841.89 1190.55]');
    const blocks = codesOn(contentOf(pdf)[0] ?? '');
    expect(blocks).toHaveLength(1);
    const { moved, side } = painted(blocks[0] ?? '', 1, 40);
    expect(seen(moved, 650)).toBe(link);
    // 160 mm of code: at ten times its width, the usual bound, it is read from 1.6 m, with today's cameras from farther.
    expect(side / 72).toBeGreaterThan(160 / 25.4);
    const [page = ''] = contentOf(pdf);
    const sizes = [...page.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(68);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  }
});

test('W-18 posters hold names, lines and plates of any length: nothing is drawn into the code or beyond the paper', async () => {
  const long = {
    zh: '武汉市轨道交通青仔村轨道产业基地综合交通枢纽东广场北进站口（临时）',
    en: 'Temporary north entrance of the eastern square of the integrated hub',
  };
  const venue = { ...aStation, name: long, lineName: long, plate: '鄂A12345' };
  const { pdf } = await drawSheets(await makeNotoSansSc().faces('滠'), [posterOf(venue, setting)], noon, 'poster');
  const [page = ''] = contentOf(pdf);
  const lines = [...page.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const blocks = painted(codesOn(page)[0] ?? '', 1, 0);
  expect(lines.length).toBeGreaterThan(8);
  for (const [x, y] of lines) {
    expect([x, x >= 28 && x < 842 - 28]).toEqual([x, true]);
    const fromTop = 1190.55 - y;
    const quiet = 4 * (blocks.side / qrMatrix(link).length);
    expect([fromTop, fromTop < blocks.top - quiet || fromTop > blocks.top + blocks.side + 20]).toEqual([fromTop, true]);
  }
});

test('Chinese is embedded as a subset and can be copied out as text', async () => {
  const { pdf } = await drawSheets(await makeNotoSansSc().faces('滠'), stickersOf(aStation, setting), noon);
  const raw = Buffer.from(pdf).toString('latin1');
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC/);
  expect(raw).toMatch(/\/FontFile2/);
  expect(pdf.length).toBeLessThan(120_000);
  const spelled = streamsOf(pdf)
    .filter((text) => text.includes('beginbfrange'))
    .join('');
  for (const character of '乘车码扫码登记乘车青仔村轨道产业基地')
    expect(spelled).toContain(character.charCodeAt(0).toString(16).padStart(4, '0'));
});

test('X-19 a demonstration says so and is not in the blue of real codes', async () => {
  const [demonstration] = stickersOf({ ...aBus, demonstration: true }, setting);
  expect(demonstration).toMatchObject({ title: { en: 'Demonstration' }, call: { en: 'Demonstration: never valid' } });
  const faces = await makeNotoSansSc().faces('滠');
  const colours = async (stickers: readonly Sticker[]) => contentOf((await drawSheets(faces, stickers, noon)).pdf)[0];
  const blue = /0?\.05882\d* 0?\.36078\d* 0?\.54901\d* scn/;
  expect(await colours(demonstration ? [demonstration] : [])).not.toMatch(blue);
  expect(await colours(stickersOf(aBus, setting))).toMatch(blue);
});

test('names of any length fit: never wider than their room, never more lines', async () => {
  const page = new PDFDocument();
  const faces = await makeNotoSansSc().faces('滠');
  for (const face of faces) page.registerFont(face.name, Buffer.from(face.bytes));
  const type = makeTypesetter(page, faces);
  const room = { width: 106, size: 15, least: 9, lines: 2 };
  const piece = fc.constantFrom('汉口', '火车站', '（', '）', 'Huazhong', ' ', 'University', '·', '12', '滠', '–');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (parts) => {
      const { size, lines } = type.lay(parts.join(''), room);
      expect(size).toBeGreaterThanOrEqual(room.least);
      expect(lines.length).toBeLessThanOrEqual(room.lines);
      for (const line of lines) expect(type.widthOf(line, size)).toBeLessThanOrEqual(room.width);
    }),
    { numRuns: 300 },
  );
});

test('W-18 the operator gets one PDF for the venues asked, behind a link; revoked ones are left out', async () => {
  const { needs, close } = openVenueInstallation();
  const files = wuhanVenues();
  await importCity(needs, wuhanSettings(), [files['ferries.csv'] ?? '', files['demonstrations.csv'] ?? '']);
  const caller = anOfficial();
  const list = await listVenues(needs, caller, { city: '420100', mode: 'ferry', limit: 100 });
  const venueIds = list.ok ? list.value.venues.map(({ venueId }) => venueId) : [];
  expect(await printStickers(needs, caller, { venueIds })).toMatchObject({
    ok: true,
    value: { stickers: 30, pages: 5 },
  });
  expect(await printStickers(needs, caller, { venueIds, size: 'poster' })).toMatchObject({
    ok: true,
    value: { stickers: venueIds.length, pages: venueIds.length },
  });
  const [first = '', ...others] = venueIds;
  await revokeCode(needs, caller, { venueId: first, reason: 'x' });
  const fewer = await printStickers(needs, caller, { venueIds: [first, ...others, ...others] });
  expect(fewer).toMatchObject({ ok: true, value: { stickers: 29 } });
  expect(fewer.ok && fewer.value.file.url).toMatch(/^https:\/\/ride\.example\.cn\//);
  expect(await printStickers(needs, caller, { venueIds: [first] })).toMatchObject({
    failure: { code: 'venue-unknown' },
  });
  for (const stranger of [anOfficial({ cities: ['210100'] }), anOfficial({ cities: [] })])
    expect(await printStickers(needs, stranger, { venueIds })).toMatchObject({ failure: { code: 'venue-unknown' } });
  await close();
});

test('W-18 the file is kept whole in the object store', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), [wuhanVenues()['demonstrations.csv'] ?? '']);
  const kept: string[] = [];
  const objects = {
    ...needs.objects,
    put: (...[key, content, type]: Parameters<typeof needs.objects.put>) => {
      kept.push(key);
      return needs.objects.put(key, content, type);
    },
  };
  const printed = await printStickers({ ...needs, objects }, anOfficial(), { venueIds: ['420100-demo-bus'] });
  expect(printed).toMatchObject({ ok: true, value: { stickers: 3, pages: 1 } });
  const pdf = await buffer(await needs.objects.get(kept[0] ?? ''));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('%%EOF');
  expect(kept[0]).toMatch(/^stickers\/420100\/[0-9a-f]{32}\.pdf$/);
  await close();
});

/** The code blocks of a page: many rectangles that are filled at once. */
function codesOn(page: string): string[] {
  return page.split(/\nf\n/).filter((block) => (block.match(/ re\n/g) ?? []).length > 100);
}

/** The rectangles of a code, enlarged and moved so that `edge` stays white around them; side and top in the same measure. */
function painted(block: string, scale: number, edge: number) {
  const rectangles = [...block.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((found) =>
    found.slice(1, 5).map((text) => Number(text) * scale),
  );
  const left = Math.min(...rectangles.map(([x = 0]) => x));
  const top = Math.min(...rectangles.map(([, y = 0]) => y));
  const side = Math.max(...rectangles.map(([x = 0, , width = 0]) => x + width)) - left;
  const moved = rectangles.map(
    ([x = 0, y = 0, width = 0, height = 0]) => [x - left + edge, y - top + edge, width, height] as const,
  );
  return { moved, side, top };
}

function streamsOf(pdf: Uint8Array): string[] {
  const raw = Buffer.from(pdf);
  const texts: string[] = [];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 1)) {
    if (raw.toString('latin1', at - 3, at) === 'end') continue;
    const end = raw.indexOf('endstream', at);
    try {
      texts.push(inflateSync(raw.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not every stream is packed; those are none of ours.
    }
  }
  return texts;
}

function contentOf(pdf: Uint8Array): string[] {
  return streamsOf(pdf).filter((text) => text.includes(' re\n') && text.includes('BT'));
}

test('W-18 rare characters of place names are printed; one that no font has is refused before printing, with its venue', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), [wuhanVenues()['demonstrations.csv'] ?? '']);
  const caller = anOfficial();
  const [venue] = (await needs.store.find(venues, { where: {}, limit: 1 })).items;
  if (!venue) throw new Error('no venue');
  const named = async (zh: string) => {
    const now = await needs.store.get(venues, venue._id);
    await needs.store.update(venues, { ...venue, name: { zh, en: 'Rare' } }, now?._v ?? 0);
    return printStickers(needs, caller, { venueIds: [venue._id] });
  };
  for (const name of ['刘家塆', '瀍河', '涢水', '上垴', '洣水', '①号口', 'Ⅱ期', '滠口', '豹澥'])
    expect([name, (await named(name)).ok]).toEqual([name, true]);
  expect(await named('𧒽岗')).toEqual({
    ok: false,
    failure: { code: 'sticker-characters-missing', details: { missing: '𧒽岗 Rare: 𧒽' } },
  });
  expect(await printStickers(needs, caller, { venueIds: [venue._id], size: 'poster' })).toMatchObject({
    failure: { code: 'sticker-characters-missing', details: { missing: '𧒽岗 Rare: 𧒽' } },
  });
  await close();
});

test('every numbered file of the font is in the bundle and has the characters that it says', async () => {
  const numbered = readdirSync('node_modules/@fontsource/noto-sans-sc/files').flatMap(
    (file) => /^noto-sans-sc-(\d+)-700-normal\.woff$/.exec(file)?.[1] ?? [],
  );
  expect(slices.map(({ name }) => name).sort()).toEqual(numbered.map((number) => `[${number}]`).sort());
  const faces = await makeNotoSansSc().faces('塆瀍涢垴洣①滠澥');
  for (const character of '塆瀍涢垴洣①滠澥汉口A1')
    expect([character, faces.some(({ holds }) => holds(character))]).toEqual([character, true]);
  expect(faces.some(({ holds }) => holds('𧒽'))).toBe(false);
  const [sticker] = stickersOf({ ...aBus, name: { zh: 'Ⅱ期𧒽', en: 'Ⅱ' } }, setting);
  expect(sticker && inHeldForms(faces, sticker).name).toEqual({ zh: 'II期𧒽', en: 'II' });
});
