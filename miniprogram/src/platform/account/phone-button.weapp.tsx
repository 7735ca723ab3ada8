import { Button } from '@tarojs/components';
import type { PhoneButtonProps } from './phone-button';

/** WeChat's own button: nothing but a press on it opens WeChat's question. */
export function PhoneButton({ id, words, busy, onCode }: PhoneButtonProps) {
  return (
    <Button
      id={id}
      className={`press button button-plain native-button${busy ? ' busy' : ''}`}
      openType="getPhoneNumber"
      disabled={busy}
      onGetPhoneNumber={({ detail }) => onCode(detail.code)}
    >
      {words}
    </Button>
  );
}
