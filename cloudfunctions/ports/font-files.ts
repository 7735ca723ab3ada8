/** One font file and the characters that it has. */
export interface FontFace {
  readonly name: string;
  readonly bytes: Uint8Array;
  holds(character: string): boolean;
}

/** Fonts for printed matter. Read when first asked for: only those who print need them. */
export interface FontFiles {
  /** Those that draw a text, in order: the first face that holds a character draws it; what none holds cannot be drawn. */
  faces(text: string): Promise<readonly FontFace[]>;
}
