/** One font file and the characters it is used for. */
export interface FontFace {
  readonly name: string;
  readonly bytes: Uint8Array;
  holds(character: string): boolean;
}

/** Fonts for printed matter. Read when first asked for: only those who print need them. */
export interface FontFiles {
  /** In order: the first face that holds a character draws it; the last one draws whatever is left. */
  faces(): Promise<readonly FontFace[]>;
}
