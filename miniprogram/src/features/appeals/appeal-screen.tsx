import { View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { AppealForm } from './appeal-form';
import { AppealState } from './appeal-state';
import { appealTexts } from './texts/appeal-texts';
import { useAppeal } from './use-appeal';
import { VerdictBasis } from './verdict-basis';

/** What a verdict rests on, and the way to a human: the form, or how the appeal stands. */
export function AppealScreen({ scanId }: { readonly scanId: string }) {
  const say = useSay();
  const { page, failure, busy, fetch, send } = useAppeal(scanId);
  if (!page && !failure)
    return (
      <View className="sheet-of-paper">
        <Skeleton lines={6} label={say(appealTexts.loading)} />
      </View>
    );
  return (
    <View className="sheet-of-paper" id="appeal">
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(appealTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {page && <VerdictBasis page={page} />}
      {page?.appeal && <AppealState appeal={page.appeal} />}
      {page && !page.appeal && page.open && <AppealForm hours={page.answerWithinHours} busy={busy} onSend={send} />}
      {page && !page.open && <Empty icon="check" title={say(appealTexts.notOpen)} words="" />}
    </View>
  );
}
