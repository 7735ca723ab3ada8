import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useBackCloses } from '../platform/view/back-closes';
import { Press } from '../platform/view/press';
import './sheet.scss';

/** A panel from below over the screen; a touch beside it, Escape and Back put it away. */
export function BottomSheet({
  children,
  onClose,
  closeLabel,
}: {
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly closeLabel: string;
}) {
  useBackCloses(onClose);
  return (
    <View className="sheet-ground">
      <Press className="sheet-veil" label={closeLabel} onPress={onClose}>
        {null}
      </Press>
      <View className="sheet" role="dialog" aria-modal>
        {children}
      </View>
    </View>
  );
}
