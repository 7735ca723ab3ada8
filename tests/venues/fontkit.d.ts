/** The font reader that comes with pdfkit has no types; the tests ask it one question. */
declare module 'fontkit' {
  export const create: (bytes: Buffer) => { hasGlyphForCodePoint(codePoint: number): boolean };
}
