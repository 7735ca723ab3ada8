import { qrMatrixBy } from '@tongcheng/shared/qr-matrix';
import qrcode from 'qrcode-generator';

/** A code in a picture: what it says, where its middle lies, how large a module is, how it is turned. */
interface PlacedCode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly modulePx: number;
  readonly degrees?: number;
  /** Light on dark, as some posters and screens have it. */
  readonly inverted?: true;
}

/** What a camera sees: codes on grey paper, and what makes them hard to read. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly PlacedCode[];
  /** Brightness of ink and of paper, 0–255. */
  readonly ink?: number;
  readonly paper?: number;
  /** A lamp's reflection: white in the middle, fading to its edge. */
  readonly glare?: { readonly x: number; readonly y: number; readonly radius: number };
  /** Standard deviation of the sensor's noise. */
  readonly noise?: number;
}

const matrixOf = qrMatrixBy(qrcode);

/** The scene's brightness, a byte a pixel; the same scene gives the same bytes. */
export function drawScene(scene: Scene): Uint8ClampedArray {
  const { width, height, paper = 235, glare, noise = 0 } = scene;
  const seen = new Float64Array(width * height).fill(paper);
  const over = (x: number, y: number, radius: number, act: (at: number, atX: number, atY: number) => void) => {
    for (let atY = Math.max(0, Math.floor(y - radius)); atY < Math.min(height, y + radius); atY += 1)
      for (let atX = Math.max(0, Math.floor(x - radius)); atX < Math.min(width, x + radius); atX += 1)
        act(atY * width + atX, atX, atY);
  };
  for (const code of scene.codes) {
    const { radius, brightness } = drawnCode(code, scene);
    over(code.x, code.y, radius, (at, x, y) => {
      seen[at] = brightness(x, y) ?? seen[at] ?? paper;
    });
  }
  if (glare)
    over(glare.x, glare.y, glare.radius, (at, x, y) => {
      const was = seen[at] ?? paper;
      seen[at] = was + (255 - was) * glareAt(glare, x, y);
    });
  const chance = chanceFrom(7);
  return Uint8ClampedArray.from(noise === 0 ? seen : seen.map((value) => value + noise * normal(chance)));
}

/** The same as a camera's picture of four bytes a pixel. */
export function pictureOfScene(scene: Scene) {
  const data = new Uint8ClampedArray(scene.width * scene.height * 4).fill(255);
  drawScene(scene).forEach((value, at) => {
    data[at * 4] = value;
    data[at * 4 + 1] = value;
    data[at * 4 + 2] = value;
  });
  return { data, width: scene.width, height: scene.height };
}

const quiet = 4;

/** A code's brightness by place, undefined outside its quiet zone, and how far it reaches. */
function drawnCode({ text, x, y, modulePx, degrees = 0, inverted }: PlacedCode, { ink = 16, paper = 235 }: Scene) {
  const matrix = matrixOf(text);
  const size = matrix.length;
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [dark, light] = inverted ? [paper, ink] : [ink, paper];
  const brightness = (atX: number, atY: number): number | undefined => {
    const dx = atX + 0.5 - x;
    const dy = atY + 0.5 - y;
    const column = Math.floor((dx * cosine + dy * sine) / modulePx + size / 2);
    const row = Math.floor((dy * cosine - dx * sine) / modulePx + size / 2);
    if (column < -quiet || row < -quiet || column >= size + quiet || row >= size + quiet) return undefined;
    return matrix[row]?.[column] ? dark : light;
  };
  return { brightness, radius: ((size / 2 + quiet) * Math.SQRT2 + 1) * modulePx };
}

const glareAt = ({ x, y, radius }: NonNullable<Scene['glare']>, atX: number, atY: number): number =>
  Math.max(0, Math.min(1, 2 - (2 * Math.hypot(atX - x, atY - y)) / radius));

/** The same numbers in [0, 1) for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
