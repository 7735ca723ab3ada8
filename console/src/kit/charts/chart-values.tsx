/** The values of a chart, as a table. */
export interface ChartTable {
  /** Of the first column, then of each series. */
  readonly heads: readonly [string, ...string[]];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly string[] }[];
}

interface Props extends ChartTable {
  readonly title: string;
  /** Seen beside the drawing by screen readers and in print only. */
  readonly isBeside: boolean;
}

/** What the chart is drawn from. It is there whether it is seen or not. */
export const ChartValues = ({ title, heads, rows, isBeside }: Props) => (
  <div className={isBeside ? 'chart-values visually-hidden' : 'chart-values'}>
    <table className="narrow">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? undefined : 'number'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key} data-row={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} className="number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
