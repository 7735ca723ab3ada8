import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useEscapeCloses } from '../platform/view/escape-closes';
import { Press } from '../platform/view/press';
import './sheet.scss';

/** A panel from below over the screen; a touch beside it and Escape put it away. */
export function BottomSheet({
  children,
  onClose,
  closeLabel,
}: {
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly closeLabel: string;
}) {
  useEscapeCloses(onClose);
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
