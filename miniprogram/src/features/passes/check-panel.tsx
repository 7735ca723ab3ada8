import { Text, View } from '@tarojs/components';
import { usePhone } from '../../client/phone';
import { useOnReturn } from '../../platform/view/on-return';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { checkTexts } from './texts/check-texts';
import { passTexts } from './texts/pass-texts';
import type { PersonCheck } from './use-person-check';

/** The check that was begun: its page is opened by a touch, and back from there it is asked by itself what came of it (P-03). */
export function CheckPanel({ check }: { readonly check: PersonCheck }) {
  const say = useSay();
  const { opened, busy } = check;
  useOnReturn(() => {
    if (opened !== undefined) void check.finish();
  });
  return (
    <View className="panel" id="pass-check">
      <Text className="panel-title">{say(checkTexts.title)}</Text>
      <Text className="panel-note">{say(checkTexts[opened ?? 'words'])}</Text>
      <CheckTrouble check={check} />
      <Button id="pass-check-open" variant={opened === 'opened' ? 'plain' : 'main'} onPress={check.open}>
        {say(checkTexts.open)}
      </Button>
      {opened !== undefined && (
        <Button id="pass-check-done" busy={busy} onPress={check.finish}>
          {say(checkTexts.done)}
        </Button>
      )}
      <Button id="pass-check-cancel" variant="link" onPress={check.cancel}>
        {say(checkTexts.cancel)}
      </Button>
    </View>
  );
}

/** Why the check did not begin or came to nothing, in words that say the way on. */
export function CheckTrouble({ check: { failure, keyless } }: { readonly check: PersonCheck }) {
  const say = useSay();
  const { rider } = usePhone();
  if (keyless) return <NoticeBar tone="heed" words={say(checkTexts.keyless)} />;
  if (!failure) return null;
  return (
    <NoticeBar tone="heed" words={say(failure)}>
      {failure.code === 'not-signed-in' && (
        <Button id="pass-sign-in" variant="link" onPress={() => rider.signInAgain()}>
          {say(passTexts.signIn)}
        </Button>
      )}
    </NoticeBar>
  );
}
