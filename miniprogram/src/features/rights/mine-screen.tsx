import { View } from '@tarojs/components';
import { CorrectPanel } from './correct-panel';
import { DeletePanel } from './delete-panel';
import { DevicesPanel } from './devices-panel';
import { ExportPanel } from './export-panel';
import { KeptPanel } from './kept-panel';
import { LooksPanel } from './looks-panel';
import './rights.scss';

/** What is kept of the rider, who looked, and what they may do about it. */
export function MineScreen({ onEnded }: { readonly onEnded: () => void }) {
  return (
    <View className="sheet-of-paper" id="mine">
      <LooksPanel />
      <DevicesPanel onEnded={onEnded} />
      <CorrectPanel />
      <ExportPanel />
      <KeptPanel />
      <DeletePanel onEnded={onEnded} />
    </View>
  );
}
