import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { useSpeech } from './language';
import { uiTexts } from './texts';

const quiet = 4;

/** The dark squares of a QR code as one SVG path of whole units, and how many units a side has. */
export const qrPath = (payload: string): { readonly path: string; readonly side: number } => {
  const code = qrcode(0, 'M');
  code.addData(payload, /^[0-9A-Z $%*+\-./:]+$/.test(payload) ? 'Alphanumeric' : 'Byte');
  code.make();
  const count = code.getModuleCount();
  const cells = Array.from({ length: count * count }, (_, cell) => [Math.floor(cell / count), cell % count] as const);
  const path = cells
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + quiet} ${row + quiet}h1v1h-1z`)
    .join('');
  return { path, side: count + 2 * quiet };
};

/** A QR code drawn as SVG; `label` says what it opens. */
export const QrCode = ({ payload, label }: { readonly payload: string; readonly label?: string }) => {
  const { say } = useSpeech();
  const { path, side } = useMemo(() => qrPath(payload), [payload]);
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" shapeRendering="crispEdges">
      <title>{label ?? say(uiTexts.qr)}</title>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
