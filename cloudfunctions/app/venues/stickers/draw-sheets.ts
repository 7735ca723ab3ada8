import type { Instant } from '@tongcheng/shared/time';
import PDFDocument from 'pdfkit';
import type { FontFace } from '../../../ports/font-files';
import { drawSticker, stickerSize } from './draw-sticker';
import type { Sticker } from './sticker';
import { makeTypesetter } from './typeset';

/** Sheets ready to print. */
export interface Sheets {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const columns = 2;
const rows = 3;
const gap = 16;
const cutMark = 10;
const a4 = { width: 595.28, height: 841.89 };
const left = (a4.width - columns * stickerSize.width - (columns - 1) * gap) / 2;
const top = (a4.height - rows * stickerSize.height - (rows - 1) * gap) / 2;

/** Draws stickers on A4, six a page with cut marks at the corners of each. The same stickers and instant give the same file. */
export const drawSheets = async (
  faces: readonly FontFace[],
  stickers: readonly Sticker[],
  at: Instant,
): Promise<Sheets> => {
  const info = { Title: '乘车码贴纸 Ride code stickers', CreationDate: new Date(at), ModDate: new Date(at) };
  const page = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info, lang: 'zh-CN' });
  const written = collected(page);
  for (const face of faces) page.registerFont(face.name, Buffer.from(face.bytes));
  const sheet = { page, type: makeTypesetter(page, faces) };
  for (const [i, sticker] of stickers.entries()) {
    const place = i % (columns * rows);
    if (place === 0) page.addPage();
    const x = left + (place % columns) * (stickerSize.width + gap);
    const y = top + Math.floor(place / columns) * (stickerSize.height + gap);
    drawCutMarks(page, x, y);
    drawSticker(sheet, sticker, { x, y });
  }
  page.end();
  return { pdf: await written, pages: Math.ceil(stickers.length / (columns * rows)) };
};

function drawCutMarks(page: PDFKit.PDFDocument, x: number, y: number): void {
  page.lineWidth(0.4).strokeColor('#6B7280');
  for (const edgeX of [x, x + stickerSize.width])
    for (const edgeY of [y, y + stickerSize.height]) {
      const outX = edgeX === x ? -1 : 1;
      const outY = edgeY === y ? -1 : 1;
      page.moveTo(edgeX + outX * 2, edgeY).lineTo(edgeX + outX * cutMark, edgeY);
      page.moveTo(edgeX, edgeY + outY * 2).lineTo(edgeX, edgeY + outY * cutMark);
    }
  page.stroke();
}

function collected(page: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    page.on('data', (part: Buffer) => parts.push(part));
    page.on('end', () => resolve(Buffer.concat(parts)));
    page.on('error', reject);
  });
}
