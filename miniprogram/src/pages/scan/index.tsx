import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useChosenCity, usePhone } from '../../client/phone';
import { VerifiedOnly } from '../../features/identity/verified-only';
import { ScanScreen } from '../../features/rides/scan-screen';
import { Notices } from '../../features/venues/notices';
import { useInFront } from '../../platform/view/in-front';
import { Frame } from '../frame';
import { goTo } from '../go-to';
import { codeOfRoute } from '../route-code';
import { frameTexts } from '../texts';

/** The first page: the camera at once, or a scanned link's code that goes by itself. */
export default function ScanPage() {
  const { params } = useRouter();
  const { launchLinks } = usePhone();
  const [code] = useState(() => launchLinks.take() ?? codeOfRoute(params));
  useChosenCity(params.city);
  const active = useInFront();
  const onNew = useCallback(() => goTo.register(code), [code]);
  return (
    <Frame title={frameTexts.scan} home>
      <VerifiedOnly onNew={onNew}>
        <Notices />
        <ScanScreen active={active} code={code} onDone={goTo.verdict} />
      </VerifiedOnly>
    </Frame>
  );
}
