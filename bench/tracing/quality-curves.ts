import { knowableRecallOf, type Measured, overall, precisionOf } from './measure-contacts';
import type { Variation } from './measured-worlds';

const shares = [0.5, 0.7, 0.9, 0.95, 1] as const;
/** Lines are told apart by their dashes too. */
const lines = [
  ['positions', 'positions', '#1f4e8c', ''],
  ['timetable', 'timetable', '#7a4fa3', '8 4'],
  ['none', 'time alone', '#5a5a5a', '2 4'],
] as const;
const [width, height, margin] = [330, 230, 46];
const least = 0.75;

const x = (share: number): number => margin + ((share - 0.5) / 0.5) * (width - margin - 12);
const y = (value: number): number => 28 + ((1 - Math.max(least, value)) / (1 - least)) * (height - 28 - margin);

/** Curves over the share of second scans, as a picture that needs no script: left recall where scans can tell, right precision. */
export function qualityCurves(measure: (variation: Variation) => Measured): string {
  const panels = [
    ['Recall where scans can tell', knowableRecallOf],
    ['Precision', precisionOf],
  ] as const;
  const drawn = panels.map(([title, of], at) => {
    const curves = lines.map(([locator, , colour, dashes]) => {
      const points = shares.map(
        (secondScans) => `${x(secondScans)},${y(of(overall(measure({ secondScans, locator }).byMode))).toFixed(1)}`,
      );
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`;
    });
    return `<g transform="translate(${at * width},0)"><text x="${margin}" y="16" font-weight="bold">${title}</text>${axes()}${curves.join('')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width + 16} ${height + 24}" font-family="sans-serif" font-size="11" fill="#222">
<title>Precision and recall over the share of second scans</title>
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
${legend()}
</svg>
`;
}

function axes(): string {
  const across = [0.75, 0.8, 0.85, 0.9, 0.95, 1].map(
    (value) =>
      `<line x1="${margin}" x2="${width - 12}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${margin - 6}" y="${y(value) + 4}" text-anchor="end">${value.toFixed(2)}</text>`,
  );
  const along = shares
    .filter((share) => share !== 0.95)
    .map((share) => `<text x="${x(share)}" y="${height - margin + 16}" text-anchor="middle">${share * 100} %</text>`);
  return [
    ...across,
    ...along,
    `<text x="${(width + margin) / 2}" y="${height - margin + 32}" text-anchor="middle">second scans made</text>`,
  ].join('');
}

const legend = (): string =>
  lines
    .map(([, name, colour, dashes], at) => {
      const left = margin + at * 150;
      return `<line x1="${left}" x2="${left + 30}" y1="${height + 8}" y2="${height + 8}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/><text x="${left + 36}" y="${height + 12}">${name}</text>`;
    })
    .join('');
