import type { NextAction } from '@tongcheng/shared/rides/meanings';
import { useState } from 'react';
import { useAccount, useCity, usePhone, useRecord } from '../../client/phone';
import { HealthCodeSheet } from '../../features/identity/health-code-sheet';
import { OfflineScanScreen } from '../../features/rides/offline-scan-screen';
import { shownScanRecord } from '../../features/rides/shown-scan';
import { verdictTexts } from '../../features/rides/texts/verdict-texts';
import { VerdictScreen } from '../../features/rides/verdict-screen';
import { openHealthCode } from '../../platform/device/open-health-code';
import { type OpenedElsewhere, openLink } from '../../platform/device/open-link';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { goTo, wayTo } from '../go-to';
import { pageOf } from '../page-of';
import { type ExplainedWay, isExplained, WaySheet } from './way-sheet';

/** The outcome of the last scan, for staff to see: nothing else is on the screen. */
export default pageOf('verdict', function Verdict() {
  const [way, setWay] = useState<ExplainedWay>();
  const [opening, setOpening] = useState<Promise<OpenedElsewhere>>();
  const [other, setOther] = useState<OpenedElsewhere>('failed');
  const pages = useCity()?.healthCode;
  const otherLink = useOtherLink();
  const shown = useRecord(shownScanRecord);
  const onWay = (action: NextAction) => {
    if (action === 'appeal' && shown.is === 'verdict') return goTo('appeal', { scan: shown.reply.scanId });
    if (action === 'complete-status' && pages) return setOpening(openHealthCode(pages));
    if (action === 'use-other-channel') openLink(otherLink).then(setOther);
    return isExplained(action) ? setWay(action) : wayTo[action]?.();
  };
  return (
    <>
      <Outcome onWay={onWay} />
      {way && <WaySheet way={way} opened={other} onClose={() => setWay(undefined)} />}
      {pages && opening && (
        <HealthCodeSheet pages={pages} opening={opening} onScanAgain={toScan} onClose={() => setOpening(undefined)} />
      )}
    </>
  );
});

/** What opens this app in the channel that has the rider's health status (W-07), where the city has named it. */
function useOtherLink(): string | undefined {
  const elsewhere = useAccount()?.standing.statusElsewhere;
  return useCity()?.entrances?.find(({ channel, link }) => channel === elsewhere && link !== undefined)?.link;
}

const toScan = () => goTo('scan');
const toRides = () => goTo('rides', {}, 'instead');

function Outcome({ onWay }: { readonly onWay: (action: NextAction) => void }) {
  const say = useSay();
  const { records } = usePhone();
  const shown = useRecord(shownScanRecord);
  switch (shown.is) {
    case 'verdict':
      return (
        <VerdictScreen
          shown={shown}
          onAgain={toScan}
          onDone={toRides}
          onWay={onWay}
          onCorrected={(corrected) => records.write(shownScanRecord, { ...shown, corrected })}
        />
      );
    case 'kept':
      return <OfflineScanScreen shown={shown} onAgain={toScan} onDone={toRides} onWay={onWay} />;
    case 'nothing':
      return (
        <Empty icon="scan" title={say(verdictTexts.noVerdict)} words={say(verdictTexts.noVerdictWords)}>
          <Button onPress={toScan}>{say(verdictTexts.scanAgain)}</Button>
        </Empty>
      );
  }
}
