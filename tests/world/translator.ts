/** How a translator goes to work: it puts its own elements in the place of texts, and may move what stands within a line into them. */
export type TranslatorKind = 'texts' | 'texts-and-elements';

/** What {@link translatePage} leaves on the window for a test to look at. */
export interface Translation {
  /** Translated texts that still stand though the page has changed, meanwhile, the text that was taken away for them. */
  readonly stale: () => readonly string[];
  /** How many texts were taken away so far, and how many elements moved. */
  readonly counts: () => { readonly texts: number; readonly elements: number };
}

/**
 * Does to a page what translators of browsers do, also to what comes later: each text goes, and an element of theirs with the
 * translated text, here in «», stands in its place. Runs inside the page, so it uses nothing from outside.
 */
export function translatePage(kind: TranslatorKind = 'texts'): void {
  const taken: { readonly text: Text; readonly outer: HTMLElement }[] = [];
  let moved = 0;
  const untouched = 'font, script, style, noscript, textarea, svg';
  const inLine = ['SPAN', 'STRONG', 'B', 'I', 'EM', 'TIME', 'A', 'SMALL', 'CODE', 'FONT'];
  const takeTexts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.data.trim() !== '' && !node.parentElement?.closest(untouched)) texts.push(node);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
      taken.push({ text, outer });
    }
  };
  /** A line of several elements is one sentence: in another language its words stand in another order, within the translator's element. */
  const moveElements = () => {
    for (const line of document.body.querySelectorAll('p, div, h1, h2, label, dd, dt, td, li')) {
      const children = [...line.childNodes];
      const isSentence =
        children.length > 1 &&
        children.every((child) =>
          child instanceof Element ? inLine.includes(child.tagName) && !child.matches('.moved') : child instanceof Text,
        );
      if (!isSentence) continue;
      const outer = document.createElement('font');
      outer.className = 'moved';
      outer.append(...children.toReversed());
      moved += children.filter((child) => child instanceof Element).length;
      line.append(outer);
    }
  };
  const translate = () => {
    takeTexts();
    if (kind === 'texts-and-elements') moveElements();
  };
  translate();
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
  const translation: Translation = {
    stale: () =>
      taken
        .filter(({ text, outer }) => outer.isConnected && outer.textContent !== `«${text.data}»`)
        .map(({ text, outer }) => `${outer.textContent} stands for «${text.data}»`),
    counts: () => ({ texts: taken.length, elements: moved }),
  };
  Object.assign(window, { translation });
}
