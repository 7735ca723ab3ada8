/** What a chart is drawn with: the page's colours and type size of the moment. */
export interface ChartLook {
  readonly brand: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly sheet: string;
  /** In pixels; larger where the reader's type is. */
  readonly fontSize: number;
  /** By name: `inherit` would be drawn right and measured wrong. */
  readonly fontFamily: string;
}

/** Reads them from the page, so that a chart follows its theme. */
export const chartLook = (element: HTMLElement): ChartLook => {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    brand: token('brand'),
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    sheet: token('sheet'),
    fontSize: Number.parseFloat(style.fontSize),
    fontFamily: style.fontFamily,
  };
};
