import {
  type Corner,
  drawCentred,
  drawInBoxes,
  drawLaid,
  drawQr,
  drawText,
  drawToRight,
  type PrintPage,
  printColours,
} from './print-page';
import type { Sticker } from './sticker';
import type { Laid, Typesetter } from './typeset';

/** Size of a sticker in points: 90 × 86 mm. */
export const stickerSize = { width: 255, height: 244 } as const;

const { blue, amber, ink, quiet } = printColours;
const qrSide = 116;

/** Draws a sticker with its top left corner at a place of the page. A demonstration is amber, never blue. */
export const drawSticker = (sheet: PrintPage, sticker: Sticker, { x, y }: Corner): void => {
  const colour = sticker.demonstration ? amber : blue;
  sheet.page.roundedRect(x, y, stickerSize.width, stickerSize.height, 9).fill(colour);
  sheet.page.roundedRect(x + 6, y + 40, stickerSize.width - 12, stickerSize.height - 46, 5).fill('#FFFFFF');
  drawHead(sheet, sticker, { x: x + 12, y: y + 28 });
  drawQr(sheet.page, sticker.link, { x: x + 12, y: y + 46 }, qrSide);
  drawShortCode(sheet, sticker.shortCode, { x: x + 12, y: y + 172 });
  drawVenue(sheet, sticker, colour, { x: x + 136, y: y + 50 });
  drawPlace(sheet, sticker, { x: x + 136, y: y + 162 });
  drawFoot(sheet, sticker, colour, { x: x + 14, y: y + 190 });
};

function drawHead({ page, type }: PrintPage, { title, mode }: Sticker, { x, y }: Corner): void {
  page.fillColor('#FFFFFF');
  type.draw(title.zh, { x, y, size: 21 });
  type.draw(title.en, { x: x + type.widthOf(title.zh, 21) + 7, y, size: 10.5 });
  const modeText = `${mode.zh} ${mode.en}`;
  type.draw(modeText, { x: x + stickerSize.width - 24 - type.widthOf(modeText, 12), y, size: 12 });
}

function drawShortCode(sheet: PrintPage, shortCode: string, { x, y }: Corner): void {
  sheet.page.fillColor(ink);
  drawInBoxes(sheet, shortCode, { x, y }, { width: qrSide, step: 12.4, size: 15 });
  sheet.page.fillColor(quiet);
  const hint = { width: qrSide + 2, size: 6.5, least: 5 };
  drawCentred(sheet, '扫不出？输入此码 Cannot scan? Type this', { x: x - 1, y: y + 9 }, hint);
}

function drawVenue(sheet: PrintPage, { name, plate, line }: Sticker, colour: string, { x, y }: Corner): void {
  const width = stickerSize.width - 136 - 13;
  sheet.page.fillColor(ink);
  let below = drawLaid(sheet, nameLaid(sheet.type, name.zh, width), { x, y });
  if (name.en !== name.zh) below = drawText(sheet, name.en, { x, y: below }, { width, size: 8.5, least: 6, lines: 2 });
  if (plate !== undefined) below = drawText(sheet, plate, { x, y: below + 2 }, { width, size: 14, least: 9, lines: 1 });
  if (!line) return;
  sheet.page.fillColor(colour);
  below = drawText(sheet, line.zh, { x, y: below + 4 }, { width, size: 12, least: 6, lines: 1 });
  drawText(sheet, line.en, { x, y: below }, { width, size: 7.5, least: 5, lines: 1 });
}

/** A name stays on one line while it is large enough to be read from a few steps away. */
function nameLaid(type: Typesetter, name: string, width: number): Laid {
  const one = type.lay(name, { width, size: 21, least: 13, lines: 1 });
  return one.lines.join('') === name ? one : type.lay(name, { width, size: 15, least: 9, lines: 2 });
}

function drawPlace(sheet: PrintPage, { place }: Sticker, { x, y }: Corner): void {
  if (!place) return;
  const width = stickerSize.width - 136 - 13;
  sheet.page.fillColor(quiet);
  const below = drawText(sheet, `张贴处：${place.zh}`, { x, y }, { width, size: 8.5, least: 6, lines: 1 });
  drawText(sheet, `Post at: ${place.en}`, { x, y: below }, { width, size: 6.5, least: 5, lines: 1 });
}

function drawFoot(
  sheet: PrintPage,
  { call, whatToDo, hotline, issue }: Sticker,
  colour: string,
  { x, y }: Corner,
): void {
  const width = stickerSize.width - 28;
  sheet.page.fillColor(colour);
  const half = sheet.type.widthOf(call.zh, 14) + 8;
  sheet.type.draw(call.zh, { x, y: y + 11, size: 14 });
  drawText(sheet, call.en, { x: x + half, y: y + 1.5 }, { width: width - half, size: 9, least: 5, lines: 1 });
  sheet.page.fillColor(ink);
  const below = drawText(sheet, whatToDo.zh, { x, y: y + 15 }, { width, size: 8, least: 6, lines: 1 });
  drawText(sheet, whatToDo.en, { x, y: below }, { width, size: 6.5, least: 5, lines: 1 });
  sheet.page.fillColor(quiet);
  const small = { width: width * 0.4, size: 6.5, least: 5, lines: 1 };
  drawText(sheet, `热线 Hotline ${hotline}`, { x, y: y + 37 }, small);
  const right = { width: width * 0.6, size: 5.5, least: 4 };
  drawToRight(sheet, issue, { x: x + width * 0.4, y: y + 43 }, right);
}
