import type { Instant } from '@tongcheng/shared/time';
import type { PrintSize } from '@tongcheng/shared/venues/postings';
import type { FontFace } from '../../../ports/font-files';
import { drawPoster } from './draw-poster';
import { drawSticker, stickerSize } from './draw-sticker';
import type { PrintPage } from './print-page';
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

interface Layout {
  readonly paper: 'A4' | 'A3';
  readonly title: string;
  readonly perPage: number;
  /** Draws the one that stands at a place of the page, counted from 0. */
  readonly draw: (print: PrintPage, sticker: Sticker, place: number) => void;
}

const layouts: Readonly<Record<PrintSize, Layout>> = {
  sticker: {
    paper: 'A4',
    title: '乘车码贴纸 Ride code stickers',
    perPage: columns * rows,
    draw: (print, sticker, place) => {
      const x = left + (place % columns) * (stickerSize.width + gap);
      const y = top + Math.floor(place / columns) * (stickerSize.height + gap);
      drawCutMarks(print.page, x, y);
      drawSticker(print, sticker, { x, y });
    },
  },
  poster: { paper: 'A3', title: '乘车码海报 Ride code posters', perPage: 1, draw: drawPoster },
};

/** Whoever scans while sheets are drawn does not wait for all of them: between two pages their requests come first. */
const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Draws stickers on A4, six a page with cut marks at the corners of each, or posters on A3. The same ones and instant give the same file. */
export const drawSheets = async (
  faces: readonly FontFace[],
  stickers: readonly Sticker[],
  at: Instant,
  size: PrintSize = 'sticker',
): Promise<Sheets> => {
  const { paper, title, perPage, draw } = layouts[size];
  const info = { Title: title, CreationDate: new Date(at), ModDate: new Date(at) };
  const { default: PDFDocument } = await import('pdfkit');
  const page = new PDFDocument({ size: paper, margin: 0, autoFirstPage: false, info, lang: 'zh-CN' });
  const written = collected(page);
  for (const face of faces) page.registerFont(face.name, Buffer.from(face.bytes));
  const print = { page, type: makeTypesetter(page, faces) };
  for (const [i, sticker] of stickers.entries()) {
    const place = i % perPage;
    if (place === 0) {
      await othersTurn();
      page.addPage();
    }
    draw(print, sticker, place);
  }
  page.end();
  return { pdf: await written, pages: Math.ceil(stickers.length / perPage) };
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
