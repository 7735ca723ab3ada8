import { Text, View } from '@tarojs/components';
import type { AppealView } from '@tongcheng/shared/appeals/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useCity, usePhone } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { appealTexts } from './texts/appeal-texts';

const minutes = (at: number) => formatInstant(at, 'MM-DD HH:mm');

/** How an appeal stands: waiting with its limit, past it with the hotline, or answered. */
export function AppealState({ appeal }: { readonly appeal: AppealView }) {
  const say = useSay();
  const { clock } = usePhone();
  const { answer } = appeal;
  const isOverdue = !answer && clock.now() > appeal.dueAt;
  return (
    <View className="panel" id="appeal-state">
      <Text className="panel-title">{say(answer ? appealTexts.answered : appealTexts.waiting)}</Text>
      {answer && <Text>{say(answer.words)}</Text>}
      {answer?.note !== undefined && <Text>{say(appealTexts.note, { note: answer.note })}</Text>}
      {!answer && !isOverdue && <Text>{say(appealTexts.dueAt, { time: minutes(appeal.dueAt) })}</Text>}
      {isOverdue && <Overdue />}
      <Text className="panel-note">{say(appealTexts.sentWords, { text: appeal.text })}</Text>
    </View>
  );
}

function Overdue() {
  const say = useSay();
  const number = useCity()?.hotline ?? '';
  return (
    <NoticeBar tone="heed" words={say(appealTexts.overdue, { number })}>
      <Button variant="link" icon="phone" number={number} onPress={() => telephone(number)}>
        {say(appealTexts.call)}
      </Button>
    </NoticeBar>
  );
}
