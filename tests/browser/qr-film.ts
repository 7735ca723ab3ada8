import { writeFileSync } from 'node:fs';
import qrcode from 'qrcode-generator';

const [width, height, cell] = [640, 480, 10];
const [ink, paper] = [16, 235];

/** Writes a film of one still picture, a QR code with this text in grey light, for the browser's fake camera (.y4m). */
export function filmOfCode(file: string, text: string): void {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness(code), Buffer.alloc((width * height) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}

function brightness(code: ReturnType<typeof qrcode>): Buffer {
  const count = code.getModuleCount();
  const [left, top] = [(width - count * cell) >> 1, (height - count * cell) >> 1];
  const picture = Buffer.alloc(width * height, paper);
  for (let y = 0; y < count * cell; y += 1)
    for (let x = 0; x < count * cell; x += 1)
      if (code.isDark(Math.floor(y / cell), Math.floor(x / cell))) picture[(top + y) * width + left + x] = ink;
  return picture;
}
