import { Text, View } from '@tarojs/components';
import { searchGuide } from '@tongcheng/shared/venues/search-guide';
import { useState } from 'react';
import { useCity } from '../../client/phone';
import { Press } from '../../platform/view/press';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { guideTexts } from './texts/guide-texts';
import './guide.scss';

/** W-30: questions and answers of this city, found by a word in either language; kept on the phone with the city. */
export function GuideQuestions() {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string>();
  const entries = (useCity()?.guide ?? []).filter(({ audience }) => audience === 'rider');
  if (entries.length === 0) return null;
  const found = searchGuide(entries, typed);
  return (
    <View className="panel" id="guide-questions">
      <Text className="panel-title">{say(guideTexts.questionsTitle)}</Text>
      <Field
        id="guide-search"
        label={say(guideTexts.search)}
        keyboard="text"
        maxLength={40}
        value={typed}
        onChange={setTyped}
        onLeave={() => undefined}
        onDone={() => undefined}
      />
      {found.length === 0 && (
        <Empty icon="guide" title={say(guideTexts.nothingFound)} words={say(guideTexts.askHotline)} />
      )}
      {found.map(({ id, question, answer }) => (
        <View key={id} className="question">
          <Press className="menu-line" onPress={() => setOpen(open === id ? undefined : id)} on={open === id}>
            <Text className="menu-words">{say(question)}</Text>
            <Icon name={open === id ? 'minus' : 'plus'} colour="brand" />
          </Press>
          {open === id && <Text className="answer">{say(answer)}</Text>}
        </View>
      ))}
    </View>
  );
}
