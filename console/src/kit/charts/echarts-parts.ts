import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A chart in an element, with no more of ECharts than this console draws (decision 178); fetched when the first chart is drawn. */
export const openChart = (element: HTMLElement) => init(element, undefined, { renderer: 'svg' });
