/** One element as it is drawn, read back from the rendered tree. */
export interface Drawn {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Drawn[];
  /** Lets a touch or a typed text happen to it, as the platform would tell it. */
  readonly happen: (event: string, detail?: object) => void;
}

/** Every element of a tree, outer ones first. */
export const everyElement = (root: Drawn): readonly Drawn[] => [root, ...root.children.flatMap(everyElement)];

/** The elements that satisfy. */
export const elementsWhere = (root: Drawn, is: (element: Drawn) => boolean): readonly Drawn[] =>
  everyElement(root).filter(is);

/** The element with an id, of the last page's own ids. */
export const byId = (root: Drawn, id: string): Drawn | undefined => everyElement(root).find((one) => one.id === id);
