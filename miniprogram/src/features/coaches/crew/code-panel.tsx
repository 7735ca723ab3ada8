import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { drawPicture } from '../../../platform/files/draw-picture';
import { canPrint, printPicture } from '../../../platform/files/print-picture';
import { savePicture } from '../../../platform/files/save-picture';
import { Button } from '../../../ui/button';
import { type Say, useSay } from '../../../ui/words';
import { CodePicture } from '../code-picture';
import { codeTexts } from '../texts/code-texts';
import { codeSheet } from './code-sheet';

/** A departure as it stands under its code. */
export interface ShownDeparture {
  /** Plain form. */
  readonly plate: string;
  readonly departsAt: number;
  readonly destination: string;
  readonly serviceNumber: string;
}

interface CodePanelProps {
  /** What the code says. */
  readonly link: string;
  readonly shown: ShownDeparture;
}

/** The code of a departure, large, to be scanned from this screen, saved as a picture or printed for the coach's door. */
export function CodePanel({ link, shown }: CodePanelProps) {
  const say = useSay();
  const [note, setNote] = useState<'saved' | 'refused'>();
  const plate = paintedPlate(shown.plate);
  const label = say(codeTexts.label, { plate });
  const picture = () => drawPicture(codeSheet(link, linesOf(shown, say)));
  const save = async () => {
    const drawn = picture();
    const fileName = `${shown.plate}-${formatInstant(shown.departsAt, 'MMDD-HHmm')}.png`;
    setNote(drawn !== undefined && (await savePicture(fileName, drawn)) ? 'saved' : 'refused');
  };
  const print = () => {
    const drawn = picture();
    if (drawn !== undefined) printPicture(drawn, label);
  };
  return (
    <View className="panel crew-code" id="departure-code">
      <CodePicture link={link} label={label} />
      <Text className="coach-plate">{plate}</Text>
      <Text className="crew-route">{routeOf(shown, say)}</Text>
      <Text className="panel-note">{say(codeTexts.show)}</Text>
      <View className="coach-who">
        <Button id="save-code" variant="link" onPress={save}>
          {say(codeTexts.save)}
        </Button>
        {canPrint && (
          <Button id="print-code" variant="link" onPress={print}>
            {say(codeTexts.print)}
          </Button>
        )}
      </View>
      <View role="status">{note && <Text className="panel-note">{say(codeTexts[note])}</Text>}</View>
    </View>
  );
}

const routeOf = ({ departsAt, destination }: ShownDeparture, say: Say): string =>
  say(codeTexts.route, { time: formatInstant(departsAt, 'MM-DD HH:mm'), destination });

const linesOf = (shown: ShownDeparture, say: Say) => [
  { words: paintedPlate(shown.plate), size: 130 },
  { words: routeOf(shown, say), size: 76 },
  { words: say(codeTexts.service, { number: shown.serviceNumber }), size: 52 },
  { words: say(codeTexts.show), size: 44 },
];
