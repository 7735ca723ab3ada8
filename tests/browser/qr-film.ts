import { writeFileSync } from 'node:fs';
import { drawScene, type Scene } from '../world/code-pictures';

/** Writes a film of one still scene, in grey light, for the browser's fake camera (.y4m). */
export function filmOfScene(file: string, scene: Scene): void {
  const { width, height } = scene;
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.from(drawScene(scene)),
    Buffer.alloc((width * height) / 2, 128),
  ]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}
