import { Text, View } from '@tarojs/components';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import { sourceName } from '@tongcheng/shared/rides/reasons/sources';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useCity, usePhone } from '../../client/phone';
import { useMutation } from '../../client/use-mutation';
import { openHealthCode } from '../../platform/device/open-health-code';
import type { OpenedElsewhere } from '../../platform/device/open-link';
import { Button } from '../../ui/button';
import { Dated } from '../../ui/dated';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { HealthCodeSheet } from './health-code-sheet';
import { accountTexts, healthCodeTexts } from './texts/account-texts';

const when = (at: Instant) => formatInstant(at, 'YYYY-MM-DD HH:mm');

/** The status with who says so and until when, the way to ask again and, where it is missing, the way to complete it. */
export function StatusCard({
  eligibility,
  onScan,
}: {
  readonly eligibility: Eligibility;
  readonly onScan: () => void;
}) {
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const [isRefreshed, setRefreshed] = useState(false);
  const [opening, setOpening] = useState<Promise<OpenedElsewhere>>();
  const pages = useCity()?.healthCode;
  const refresh = async () => {
    const answer = await send((rider) => rider.call('identity.update-eligibility', {}));
    setRefreshed(answer.ok);
  };
  const said = isRefreshed ? accountTexts.refreshed : failure;
  const elsewhere =
    eligibility.statusElsewhere === 'wechat' ? accountTexts.elsewhereWechat : accountTexts.elsewhereAlipay;
  return (
    <View className="panel" id="status-card">
      <Text className="panel-title">{say(accountTexts.status)}</Text>
      <StatusWords status={eligibility.status} />
      <TestWords test={eligibility.test} />
      {eligibility.statusElsewhere && <NoticeBar words={say(elsewhere)} />}
      <Text className="panel-note">{say(accountTexts.nobodySets)}</Text>
      {said && <NoticeBar words={say(said)} />}
      {pages && eligibility.status === null && (
        <Button id="complete-status" onPress={() => setOpening(openHealthCode(pages))}>
          {say(healthCodeTexts.complete)}
        </Button>
      )}
      {pages && opening && (
        <HealthCodeSheet pages={pages} opening={opening} onScanAgain={onScan} onClose={() => setOpening(undefined)} />
      )}
      <Button id="refresh-status" variant="plain" icon="refresh" busy={busy} onPress={refresh}>
        {say(accountTexts.refresh)}
      </Button>
    </View>
  );
}

function StatusWords({ status }: { readonly status: Eligibility['status'] }) {
  const say = useSay();
  const { clock } = usePhone();
  if (status === null) return <Text className="status-word status-grey">{say(accountTexts.missing)}</Text>;
  if (status === 'unavailable') return <Text className="status-word status-grey">{say(accountTexts.unavailable)}</Text>;
  const expired = clock.now() >= status.expiresAt;
  return (
    <>
      <Text className={`status-word status-${expired ? 'grey' : status.colour}`}>
        {say(accountTexts[status.colour])}
      </Text>
      <Text>{say(accountTexts.source, { source: say(sourceName(status.source)) })}</Text>
      <Dated words={say(accountTexts.issued, { time: when(status.issuedAt) })} />
      <Dated words={say(expired ? accountTexts.expired : accountTexts.expires, { time: when(status.expiresAt) })} />
    </>
  );
}

function TestWords({ test }: { readonly test: Eligibility['test'] }) {
  const say = useSay();
  if (test === null || test === 'unavailable') return null;
  const result = say(accountTexts[test.result], { time: when(test.takenAt) });
  return <Dated words={say(accountTexts.test, { result })} />;
}
