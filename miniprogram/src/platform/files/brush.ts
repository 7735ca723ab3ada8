/** What of a canvas's drawing surface our pictures take; every platform's canvas has it. */
export interface Brush {
  fillStyle: unknown;
  font: string;
  textAlign: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, maxWidth?: number): void;
}

/** A picture: its size in pixels and how it is drawn. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly draw: (brush: Brush) => void;
}

/** Before the bytes in the address of a picture. */
export const pngAddress = 'data:image/png;base64,';
