import { View } from '@tarojs/components';
import { darkRuns, qrMatrixBy, quietZone } from '@tongcheng/shared/qr-matrix';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { pictureOf } from '../../ui/icon';

const matrixOf = qrMatrixBy(qrcode);

/** A QR code as a drawing: whole modules, dark on white with its quiet zone, as large as the page. */
export function CodePicture({ link, label }: { readonly link: string; readonly label: string }) {
  const picture = useMemo(() => {
    const matrix = matrixOf(link);
    const side = matrix.length + 2 * quietZone;
    const path = darkRuns(matrix)
      .map(({ row, column, length }) => `M${column + quietZone} ${row + quietZone}h${length}v1h-${length}z`)
      .join('');
    return pictureOf(
      `0 0 ${side} ${side}`,
      `<rect width="${side}" height="${side}" fill="#fff"/><path shape-rendering="crispEdges" d="${path}"/>`,
    );
  }, [link]);
  return <View className="code-picture" style={picture} role="img" aria-label={label} />;
}
