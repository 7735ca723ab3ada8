import { Text, View } from '@tarojs/components';
import { useQuery } from '../../../client/use-query';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { familyTexts } from '../texts/family-texts';

/** The rider's own consent to be scanned for by a relative: a code of today, shown when it is asked for. */
export function ConsentCodePanel() {
  const say = useSay();
  const asked = useQuery((rider) => rider.call('identity.list-own-accounts', {}), { wait: true });
  const code = asked.value?.consentCode;
  return (
    <View className="panel" id="consent-code-panel">
      {asked.failure && <NoticeBar tone="heed" words={say(asked.failure)} />}
      {code === undefined ? (
        <Button id="consent-code-open" variant="link" busy={asked.busy} onPress={asked.fetch}>
          {say(familyTexts.consentCodeTitle)}
        </Button>
      ) : (
        <>
          <Text className="panel-title">{say(familyTexts.consentCodeTitle)}</Text>
          <Text id="consent-code">{say(familyTexts.consentCodeWords, { code })}</Text>
        </>
      )}
    </View>
  );
}
