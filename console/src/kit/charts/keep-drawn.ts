import type { ECharts } from 'echarts/core';
import { chartLook } from './chart-look';
import type { ChartOption } from './chart-option';

/** A chart that stays as large as its element and as the page looks. */
export interface KeptChart {
  /** Draws what there is to be drawn now. */
  readonly redraw: () => void;
  readonly stop: () => void;
}

/**
 * Draws into an element once it has a size, and again when size or theme of the page change. `onLost` is called where the part that draws
 * could not be fetched.
 */
export function keepDrawn(element: HTMLElement, option: () => ChartOption, onLost: () => void): KeptChart {
  let chart: ECharts | undefined;
  let isStopped = false;
  const redraw = () => chart?.setOption(option()(chartLook(element)), { notMerge: true });
  const open = async () => {
    const { openChart } = await import('./echarts-parts');
    if (isStopped || chart) return;
    chart = openChart(element);
    redraw();
  };
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth === 0) return;
    if (!chart) return void open().catch(onLost);
    chart.resize();
    redraw();
  });
  const themes = new MutationObserver(redraw);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  sizes.observe(element);
  themes.observe(document.documentElement, { attributes: true });
  dark.addEventListener('change', redraw);
  return {
    redraw,
    stop: () => {
      isStopped = true;
      sizes.disconnect();
      themes.disconnect();
      dark.removeEventListener('change', redraw);
      chart?.dispose();
    },
  };
}
