import { Text, View } from '@tarojs/components';
import { searchGuide } from '@tongcheng/shared/venues/search-guide';
import { useState } from 'react';
import { Press } from '../../../platform/view/press';
import { Field } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { Empty } from '../../../ui/placeholders';
import { useSay } from '../../../ui/words';
import { OneOf } from '../crew/one-of';
import { manualTexts } from '../texts/manual-texts';
import { type ManualEntry, type ManualPart, manualParts, partIn } from './manual-parts';
import '../coaches.scss';

const parts: readonly ManualPart[] = ['passenger', 'crew', 'arrival'];

/** L-14: the manuals of the three parts, in both languages, found by a word of either; they lie in the app and need no network. */
export function ManualScreen({ part: named }: { readonly part: string | undefined }) {
  const say = useSay();
  const [part, setPart] = useState<ManualPart>(partIn(named));
  const [typed, setTyped] = useState('');
  const found = searchGuide(manualParts[part], typed);
  return (
    <View className="sheet-of-paper coach" id="manual">
      <OneOf
        label={say(manualTexts.whose)}
        choices={parts.map((value) => ({ value, words: say(manualTexts[value]) }))}
        chosen={part}
        onChoose={setPart}
      />
      <Field
        id="manual-search"
        label={say(manualTexts.search)}
        keyboard="text"
        maxLength={40}
        value={typed}
        onChange={setTyped}
        onLeave={() => undefined}
        onDone={() => undefined}
      />
      {found.length === 0 && (
        <Empty icon="guide" title={say(manualTexts.nothing)} words={say(manualTexts.nothingWords)} />
      )}
      <View className="panel" id="manual-entries">
        {found.map((entry) => (
          <Entry key={`${part}-${entry.id}`} entry={entry} />
        ))}
      </View>
    </View>
  );
}

function Entry({ entry }: { readonly entry: ManualEntry }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <View className="question">
      <Press className="menu-line" onPress={() => setOpen(!open)} on={open}>
        <Text className="menu-words">{say(entry.question)}</Text>
        <Icon name={open ? 'minus' : 'plus'} colour="brand" />
      </Press>
      {open && <Text className="coach-answer">{say(entry.answer)}</Text>}
    </View>
  );
}
