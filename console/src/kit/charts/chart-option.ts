import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook } from './chart-look';

/** Says with a look what is to be drawn. */
export type ChartOption = (look: ChartLook) => EChartsCoreOption;

/**
 * What all charts have in common: the reader's type, no movement, and a tip that writes no style into the page (decision 178). Values are
 * said by the table beside the chart, so that nothing hangs on the tip.
 */
export const sharedOption = ({ ink, line, sheet, fontSize, fontFamily }: ChartLook): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily, fontSize, color: ink },
  legend: { top: 0, left: 0, orient: 'vertical', itemGap: fontSize * 0.5, textStyle: { fontSize, color: ink } },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    axisPointer: { type: 'shadow' },
    backgroundColor: sheet,
    borderColor: line,
    textStyle: { fontSize, color: ink },
  },
});

/** Where bars and lines go: below a legend of some series, with room for words around; `after` for numbers behind the bars. */
export const plotBelow = ({ fontSize }: ChartLook, series: number, { after = 8 } = {}) => ({
  top: fontSize * (0.8 + 1.8 * series),
  left: 4,
  right: after,
  bottom: 4,
  outerBoundsMode: 'same',
});

/** Bars that stand out by being full, and others that are an outline: told apart without colour. */
export const fullBar = ({ brand }: ChartLook) => ({ color: brand });
/** The others. */
export const hollowBar = ({ brand, sheet }: ChartLook) => ({ color: sheet, borderColor: brand, borderWidth: 1.5 });

/** An axis with the words of categories. */
export const categoryAxis = ({ ink, muted, fontSize }: ChartLook, names: readonly string[]) => ({
  type: 'category' as const,
  data: [...names],
  axisLine: { lineStyle: { color: muted } },
  axisTick: { show: false },
  axisLabel: { color: ink, fontSize },
});

/** An axis of counts. */
export const countAxis = ({ muted, line, fontSize }: ChartLook) => ({
  type: 'value' as const,
  minInterval: 1,
  axisLabel: { color: muted, fontSize, hideOverlap: true },
  splitLine: { lineStyle: { color: line } },
});

/** The same where each bar has its number beside it: the axis need not say it again. */
export const silentAxis = (look: ChartLook) => ({
  ...countAxis(look),
  axisLabel: { show: false },
  splitLine: { show: false },
});
