import { Text, View } from '@tarojs/components';
import { openingText, opensCommitment } from '@tongcheng/shared/credentials/commitment';
import { plainNumber, plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { CodePicture } from '../../ui/code-picture';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import type { HeldPass } from './held-pass';
import { passTexts } from './texts/pass-texts';
import { shownTexts } from './texts/shown-texts';

/**
 * The second code: name and number whole, for a window that needs them, and only by the rider's own touch. The phone of a registered rider does not
 * know them; they are typed, compared with what the certificate binds, and gone when the code is put away.
 */
export function SecondCode({ held }: { readonly held: HeldPass }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="pass-second" variant="link" onPress={() => setOpen(true)}>
        {say(shownTexts.second)}
      </Button>
    );
  return <OpenedCode held={held} onClose={() => setOpen(false)} />;
}

function OpenedCode({ held, onClose }: { readonly held: HeldPass; readonly onClose: () => void }) {
  const say = useSay();
  const [typed, setTyped] = useState({ name: held.typed?.name ?? '', number: held.typed?.number ?? '' });
  const [asked, setAsked] = useState(held.typed !== undefined);
  const said = { name: plainText(typed.name), number: plainNumber(typed.number), opening: held.opening };
  const isRight = opensCommitment(said, held.certificate.commitment);
  const change = (part: Partial<typeof typed>) => {
    setAsked(false);
    setTyped({ ...typed, ...part });
  };
  return (
    <View className="pass-second" id="pass-second-code">
      <Text className="panel-note">{say(shownTexts.secondNote)}</Text>
      {asked && isRight ? (
        <CodePicture link={openingText(said)} label={say(shownTexts.secondLabel)} />
      ) : (
        <>
          {asked && <NoticeBar tone="heed" words={say(shownTexts.secondWrong)} />}
          {(['name', 'number'] as const).map((field) => (
            <Field
              key={field}
              id={`second-${field}`}
              label={say(passTexts[field])}
              keyboard={field === 'name' ? 'text' : 'code'}
              maxLength={field === 'name' ? 80 : 60}
              value={typed[field]}
              onChange={(value) => change({ [field]: value })}
              onLeave={() => undefined}
              onDone={() => setAsked(true)}
            />
          ))}
          <Button id="second-make" onPress={() => setAsked(true)}>
            {say(shownTexts.secondMake)}
          </Button>
        </>
      )}
      <Button id="second-hide" variant="link" onPress={onClose}>
        {say(shownTexts.secondHide)}
      </Button>
    </View>
  );
}
