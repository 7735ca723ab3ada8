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

/** Size of a poster in points: A3 upright. It is drawn of lines, so that a printer may enlarge it to A2, A1 or A0. */
const posterSize = { width: 841.89, height: 1190.55 } as const;

const { blue, amber, ink, quiet } = printColours;
/** Ten millimetres at each edge, where most printers do not print. */
const margin = 28;
const left = margin + 32;
const width = posterSize.width - 2 * left;
/** Of the code with its quiet zone: 212 mm, so that a module is some 5 mm and a phone reads it from about two metres. */
const qrSide = 600;
const nameTop = 166;
const qrTop = 338;
const footTop = 1_010;

/** Draws the poster of a venue on a page of its own: the sticker's words in letters that are read from some metres away (W-18). */
export const drawPoster = (print: PrintPage, poster: Sticker): void => {
  const { page } = print;
  const colour = poster.demonstration ? amber : blue;
  page.roundedRect(margin, margin, posterSize.width - 2 * margin, posterSize.height - 2 * margin, 26).fill(colour);
  const panelTop = margin + 120;
  page
    .roundedRect(
      margin + 14,
      panelTop,
      posterSize.width - 2 * margin - 28,
      posterSize.height - panelTop - margin - 14,
      16,
    )
    .fill('#FFFFFF');
  drawHead(print, poster);
  drawVenue(print, poster, colour);
  drawQr(page, poster.link, { x: (posterSize.width - qrSide) / 2, y: qrTop }, qrSide);
  drawShortCode(print, poster.shortCode);
  drawFoot(print, poster, colour);
};

function drawHead({ page, type }: PrintPage, { title, mode }: Sticker): void {
  const baseline = margin + 88;
  page.fillColor('#FFFFFF');
  type.draw(title.zh, { x: left, y: baseline, size: 72 });
  const titleEnds = left + type.widthOf(title.zh, 72) + 18;
  const modeText = `${mode.zh} ${mode.en}`;
  const room = { width: 250, size: 40, least: 18, lines: 1 };
  const { size, lines } = type.lay(modeText, room);
  const modeStarts = left + width - type.widthOf(lines[0] ?? '', size);
  type.draw(lines[0] ?? '', { x: modeStarts, y: baseline, size });
  const between = { width: modeStarts - titleEnds - 14, size: 34, least: 14, lines: 1 };
  const english = type.lay(title.en, between);
  type.draw(english.lines[0] ?? '', { x: titleEnds, y: baseline, size: english.size });
}

/** Name, plate and line share the room above the code, whatever their length: what is longer is smaller. */
function drawVenue(print: PrintPage, { name, plate, line }: Sticker, colour: string): void {
  print.page.fillColor(ink);
  let below = drawName(print, name.zh);
  if (name.en !== name.zh)
    below = drawText(print, name.en, { x: left, y: below }, { width, size: 25, least: 13, lines: 1 });
  const half = plate === undefined ? 0 : width * 0.36;
  const second = { x: left, y: below + 6 };
  if (plate !== undefined) drawText(print, plate, second, { width: half - 12, size: 36, least: 20, lines: 1 });
  if (!line) return;
  print.page.fillColor(colour);
  const room = { width: width - half, size: 36, least: 16, lines: 1 };
  const under = drawText(print, line.zh, { x: left + half, y: second.y }, room);
  drawText(print, line.en, { x: left + half, y: under }, { ...room, size: 18, least: 10 });
}

function drawName(print: PrintPage, name: string): number {
  const one = print.type.lay(name, { width, size: 68, least: 44, lines: 1 });
  const laid = one.lines.join('') === name ? one : print.type.lay(name, { width, size: 36, least: 20, lines: 2 });
  return drawLaid(print, laid, { x: left, y: nameTop });
}

function drawShortCode(print: PrintPage, shortCode: string): void {
  print.page.fillColor(ink);
  drawInBoxes(print, shortCode, { x: left, y: qrTop + qrSide + 24 }, { width, step: 44, size: 52 });
  print.page.fillColor(quiet);
  const hint = '扫不出？在小程序里输入此码 Cannot scan? Type this code in the app';
  drawCentred(print, hint, { x: left, y: qrTop + qrSide + 54 }, { width, size: 20, least: 12 });
}

function drawFoot(print: PrintPage, { call, whatToDo, hotline, issue }: Sticker, colour: string): void {
  print.page.fillColor(colour);
  const at = (y: number): Corner => ({ x: left, y: footTop + y });
  print.type.draw(call.zh, { ...at(38), size: 44 });
  const callEnds = print.type.widthOf(call.zh, 44) + 20;
  const english = { width: width - callEnds, size: 27, least: 14, lines: 1 };
  drawText(print, call.en, { x: left + callEnds, y: footTop + 13 }, english);
  print.page.fillColor(ink);
  const below = drawText(print, whatToDo.zh, at(54), { width, size: 25, least: 14, lines: 1 });
  drawText(print, whatToDo.en, { x: left, y: below }, { width, size: 18, least: 11, lines: 1 });
  print.page.fillColor(quiet);
  const small = { width: width / 2, size: 15, least: 9, lines: 1 };
  drawText(print, `热线 Hotline ${hotline}`, at(112), small);
  drawToRight(print, issue, { x: left + width / 2, y: footTop + 126 }, { width: width / 2, size: 11, least: 7 });
}
