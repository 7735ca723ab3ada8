import { darkRuns, qrMatrixBy, quietZone } from '@tongcheng/shared/qr-matrix';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { useSpeech } from './language';
import { uiTexts } from './texts';

const qrMatrix = qrMatrixBy(qrcode);

/** The dark modules of a QR code as one SVG path of whole units, and how many units a side has. */
export const qrPath = (payload: string): { readonly path: string; readonly side: number } => {
  const matrix = qrMatrix(payload);
  const path = darkRuns(matrix)
    .map(({ row, column, length }) => `M${column + quietZone} ${row + quietZone}h${length}v1h-${length}z`)
    .join('');
  return { path, side: matrix.length + 2 * quietZone };
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
