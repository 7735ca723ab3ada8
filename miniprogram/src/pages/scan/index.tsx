import { useCallback, useState } from 'react';
import { useChosenCity, usePhone } from '../../client/phone';
import { ProofNotice } from '../../features/identity/proof-notice';
import { ScanScreen } from '../../features/rides/scan-screen';
import { Announcements } from '../../features/venues/announcements';
import { forgetScannedCode } from '../../platform/view/address';
import { useInFront } from '../../platform/view/in-front';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';
import type { RouteParameters } from '../pages';
import { codeOfRoute } from '../route-code';

/** The first page: the camera at once, or a scanned link's code that goes by itself. */
export default pageOf(
  'scan',
  function Scan({ code }) {
    const active = useInFront();
    const onDone = useCallback(() => goTo('verdict'), []);
    return (
      <>
        <Announcements />
        <ProofNotice onOpen={() => goTo('mine')} />
        <ScanScreen
          active={active}
          code={code}
          onOver={forgetScannedCode}
          onDone={onDone}
          onDeparture={(departure) => goTo('coach', { code: departure }, 'over')}
        />
      </>
    );
  },
  function useScannedCode(parameters: RouteParameters) {
    const { launchLinks } = usePhone();
    useChosenCity(parameters.city);
    const [code] = useState(() => launchLinks.take() ?? codeOfRoute(parameters));
    return code;
  },
);
