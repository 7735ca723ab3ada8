import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useChosenCity } from '../../client/phone';
import { Gate } from '../../features/identity/gate';
import { ScanScreen } from '../../features/rides/scan-screen';
import { Notices } from '../../features/venues/notices';
import { useInFront } from '../../platform/view/in-front';
import { takeEntryLink } from '../entry';
import { Frame } from '../frame';
import { goTo } from '../go-to';
import { codeOfRoute } from '../route-code';
import { frameTexts } from '../texts';

/** The first page: the camera at once, or a scanned link's code that goes by itself. */
export default function ScanPage() {
  const { params } = useRouter();
  const [code] = useState(() => takeEntryLink() ?? codeOfRoute(params));
  useChosenCity(params.city);
  const active = useInFront();
  const onNew = useCallback(() => goTo.register(code), [code]);
  return (
    <Frame title={frameTexts.scan} home>
      <Gate onNew={onNew}>
        <Notices />
        <ScanScreen active={active} code={code} onDone={goTo.verdict} />
      </Gate>
    </Frame>
  );
}
