import { View } from '@tarojs/components';
import { type ComponentType, useState } from 'react';
import { useMustProve } from '../../client/phone';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { AccessLogPanel } from './access-log-panel';
import { CorrectPanel } from './correct-panel';
import { DeletePanel } from './delete-panel';
import { DevicesPanel } from './devices-panel';
import { ExportPanel } from './export-panel';
import { MessagesPanel } from './messages-panel';
import { OwnAccountsPanel } from './own-accounts-panel';
import { RetentionPanel } from './retention-panel';
import { rightsTexts } from './texts/rights-texts';
import './rights.scss';

interface MineScreenProps {
  readonly onEnded: () => void;
  /** What other capabilities let the rider see and take back here. */
  readonly Agreements?: ComponentType;
}

/** What is kept of the rider, who looked, and what they may do about it. */
export function MineScreen({ onEnded, Agreements }: MineScreenProps) {
  const [isGone, setGone] = useState(false);
  const say = useSay();
  const mustProve = useMustProve();
  return (
    <View className="sheet-of-paper" id="mine">
      {!isGone && (
        <>
          <OwnAccountsPanel />
          <AccessLogPanel />
          {Agreements && <Agreements />}
          {!mustProve && <MessagesPanel />}
          <DevicesPanel onEnded={onEnded} />
          {mustProve ? <NoticeBar words={say(rightsTexts.proveFirst)} /> : <CorrectPanel />}
          {!mustProve && <ExportPanel />}
          <RetentionPanel />
        </>
      )}
      <DeletePanel onGone={() => setGone(true)} onEnded={onEnded} />
    </View>
  );
}
