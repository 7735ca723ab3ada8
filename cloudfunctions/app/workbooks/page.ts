import type { Text } from '@tongcheng/shared/text';
import type { Cell } from './cell-xml';
import type { LookName } from './styles';

/** A cell of a page; `span` columns wide. */
export interface PageCell {
  readonly value: Cell;
  readonly look: LookName;
  readonly span?: number;
}

/** A row of a page, from its first column; its height in points where the text alone does not say it. */
export interface PageRow {
  readonly cells: readonly PageCell[];
  readonly height?: number;
}

/** Rows of one column of the page, both ends included, counted from 1. */
export interface CellRange {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Numbers of one column, with the name that the legend gives them. */
export interface Series {
  readonly name: string;
  readonly values: CellRange;
  /** RRGGBB */
  readonly colour: string;
}

/** A chart that the spreadsheet program draws of the page's own cells, and where it stands: the upper left and lower right cells that it covers. */
export interface Chart {
  readonly title: Text;
  /** Upright columns on top of each other, or bars from the left with the first above. */
  readonly kind: 'stacked-columns' | 'bars';
  readonly categories: CellRange;
  readonly series: readonly Series[];
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

/** A sheet that is one page in print: free rows, and charts beside them. */
export interface PrintedPage {
  /** Widths of its columns in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly PageRow[];
  readonly charts: readonly Chart[];
}
