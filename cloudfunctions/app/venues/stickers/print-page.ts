import { darkRuns, qrMatrixBy, quietZone } from '@tongcheng/shared/qr-matrix';
import qrcode from 'qrcode-generator';
import type { Laid, Room, Typesetter } from './typeset';

/** Colours of what is printed. A demonstration is amber, never blue. */
export const printColours = { blue: '#0F5C8C', amber: '#B45309', ink: '#111827', quiet: '#4B5563' } as const;

const matrixBy = qrMatrixBy(qrcode);
let last: { readonly link: string; readonly matrix: ReturnType<typeof matrixBy> } | undefined;

/** The modules of a posted code. The stickers of one venue follow each other and are alike, and choosing a mask is the dearest part of a sticker. */
export const qrMatrix: typeof matrixBy = (link) => {
  if (last?.link !== link) last = { link, matrix: matrixBy(link) };
  return last.matrix;
};

/** What is drawn on. */
export interface PrintPage {
  readonly page: PDFKit.PDFDocument;
  readonly type: Typesetter;
}

/** A place on a page, in points from its upper left corner. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Whole modules and a quiet zone of four within a square; the largest cell of a tenth of a point that fits. */
export function drawQr(page: PDFKit.PDFDocument, link: string, { x, y }: Corner, side: number): void {
  const matrix = qrMatrix(link);
  const cell = Math.floor((side / (matrix.length + 2 * quietZone)) * 10) / 10;
  const edge = (side - cell * matrix.length) / 2;
  for (const run of darkRuns(matrix))
    page.rect(x + edge + run.column * cell, y + edge + run.row * cell, run.length * cell, cell);
  page.fill('#000000');
}

/** Each character in a box of the same width, so that codes are compared at a glance; in the middle of `width`, its baseline at y. */
export function drawInBoxes(
  { type }: PrintPage,
  text: string,
  { x, y }: Corner,
  { width, step, size }: { readonly width: number; readonly step: number; readonly size: number },
): void {
  const left = x + (width - text.length * step) / 2;
  for (const [i, character] of [...text].entries()) {
    const slack = (step - type.widthOf(character, size)) / 2;
    type.draw(character, { x: left + i * step + slack, y, size });
  }
}

/** One line in the middle of its room, its baseline at y. */
export function drawCentred({ type }: PrintPage, text: string, { x, y }: Corner, room: Omit<Room, 'lines'>): void {
  const { size, lines } = type.lay(text, { ...room, lines: 1 });
  const line = lines[0] ?? '';
  type.draw(line, { x: x + (room.width - type.widthOf(line, size)) / 2, y, size });
}

/** One line that ends at the right edge of its room, its baseline at y. */
export function drawToRight({ type }: PrintPage, text: string, { x, y }: Corner, room: Omit<Room, 'lines'>): void {
  const { size, lines } = type.lay(text, { ...room, lines: 1 });
  const line = lines[0] ?? '';
  type.draw(line, { x: x + room.width - type.widthOf(line, size), y, size });
}

/** Draws a text laid into its room from its top downwards and gives the y beneath it. */
export function drawText(print: PrintPage, text: string, at: Corner, room: Room): number {
  return drawLaid(print, print.type.lay(text, room), at);
}

/** Draws laid lines from their top downwards and gives the y beneath them. */
export function drawLaid({ type }: PrintPage, { size, lines }: Laid, { x, y }: Corner): number {
  for (const [i, line] of lines.entries()) type.draw(line, { x, y: y + size * (0.9 + i * 1.25), size });
  return y + size * 1.25 * lines.length;
}
