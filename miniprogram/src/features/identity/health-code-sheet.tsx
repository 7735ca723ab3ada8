import { Text, View } from '@tarojs/components';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { useEffect, useState } from 'react';
import { useAccount, useMustProve, usePhone } from '../../client/phone';
import { useMutation } from '../../client/use-mutation';
import { openHealthCode } from '../../platform/device/open-health-code';
import type { OpenedElsewhere } from '../../platform/device/open-link';
import { useOnReturn } from '../../platform/view/on-return';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { accountTexts, healthCodeTexts } from './texts/account-texts';

interface HealthCodeSheetProps {
  readonly pages: HealthCodePages;
  /** The opening that the touch has begun: platforms open nothing without one. */
  readonly opening: Promise<OpenedElsewhere>;
  readonly onScanAgain: () => void;
  readonly onClose: () => void;
}

/** W-06: leads to where the status is completed; back from there it asks the source by itself and says what it knows now. */
export function HealthCodeSheet({ pages, opening, onScanAgain, onClose }: HealthCodeSheetProps) {
  const say = useSay();
  const { clock } = usePhone();
  const standing = useAccount()?.standing;
  const { busy, failure, send } = useMutation();
  const [opened, setOpened] = useState<OpenedElsewhere>();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    opening.then(setOpened);
  }, [opening]);
  const ask = async () => {
    if (busy) return;
    const answer = await send((rider) => rider.call('identity.update-eligibility', {}));
    setAsked(answer.ok);
  };
  useOnReturn(ask);
  const again = () => {
    setAsked(false);
    openHealthCode(pages).then(setOpened);
  };
  // Nobody is told the colour before they proved who they are (decision 149): it shows at the next scan.
  const isToldAtScan = useMustProve();
  const isKnown = asked && (isToldAtScan || (standing !== undefined && holds(standing, clock.now())));
  return (
    <BottomSheet onClose={onClose} closeLabel={say(healthCodeTexts.close)}>
      <View className="way" id="health-code" role="status">
        <Text className="panel-title">{say(healthCodeTexts.title)}</Text>
        <Text id="health-code-words">
          {say(asked ? answerWords(isToldAtScan ? 'at-scan' : standing, isKnown) : healthCodeTexts[opened ?? 'opened'])}
        </Text>
        {failure && <NoticeBar tone="heed" words={say(failure)} />}
        {isKnown ? (
          <Button id="health-code-scan" icon="scan" onPress={onScanAgain}>
            {say(healthCodeTexts.scanAgain)}
          </Button>
        ) : (
          <>
            <Button id="health-code-ask" icon="refresh" busy={busy} onPress={ask}>
              {say(accountTexts.refresh)}
            </Button>
            <Button id="health-code-open" variant="plain" onPress={again}>
              {say(healthCodeTexts.openAgain)}
            </Button>
          </>
        )}
        <Button variant="link" onPress={onClose}>
          {say(healthCodeTexts.close)}
        </Button>
      </View>
    </BottomSheet>
  );
}

const holds = ({ status }: Eligibility, now: number): boolean =>
  status !== null && status !== 'unavailable' && now < status.expiresAt;

function answerWords(standing: Eligibility | 'at-scan' | undefined, isKnown: boolean) {
  if (standing === 'at-scan') return healthCodeTexts.toldAtScan;
  if (standing?.status === 'unavailable') return accountTexts.unavailable;
  const status = standing?.status;
  if (!isKnown || !status) return healthCodeTexts.stillMissing;
  return healthCodeTexts[status.colour];
}
