import { darkRuns, qrMatrixBy, quietZone } from '@tongcheng/shared/qr-matrix';
import qrcode from 'qrcode-generator';
import type { Brush, Drawing } from '../../../platform/files/brush';

const matrixOf = qrMatrixBy(qrcode);
/** The shape of an A4 page. */
const [width, height] = [1240, 1754] as const;
const margin = 100;
const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** What stands under the code, each line with its height. */
export interface SheetLine {
  readonly words: string;
  readonly size: number;
}

/** The code of a departure as a picture to save or to print: the code as wide as the page, below it plate, time and destination. */
export const codeSheet = (link: string, lines: readonly SheetLine[]): Drawing => ({
  width,
  height,
  draw: (brush) => {
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = '#000';
    let y = margin + drawCode(brush, link);
    brush.textAlign = 'center';
    for (const { words, size } of lines) {
      y += size * 1.4;
      brush.font = `bold ${size}px ${font}`;
      brush.fillText(words, width / 2, y, width - 2 * margin);
    }
  },
});

/** Whole pixels for each module, so that no edge is blurred. Gives the height. */
function drawCode(brush: Brush, link: string): number {
  const matrix = matrixOf(link);
  const cell = Math.floor((width - 2 * margin) / (matrix.length + 2 * quietZone));
  const side = cell * matrix.length;
  const left = Math.floor((width - side) / 2);
  const top = margin + quietZone * cell;
  for (const { row, column, length } of darkRuns(matrix))
    brush.fillRect(left + column * cell, top + row * cell, length * cell, cell);
  return side + 2 * quietZone * cell;
}
