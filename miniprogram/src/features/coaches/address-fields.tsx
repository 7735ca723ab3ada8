import { Text, View } from '@tarojs/components';
import { plainText } from '@tongcheng/shared/typed-text';
import { useTypedLoss } from '../../client/typed-loss';
import { Field } from '../../ui/field';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';
import type { StatedAddresses } from './use-departure';

const fields = ['addressBefore', 'addressThere'] as const;

/** Nothing typed yet. */
export const noAddresses: StatedAddresses = { addressBefore: '', addressThere: '' };

/** Whether both addresses were typed. */
export const areTyped = (addresses: StatedAddresses): boolean =>
  fields.every((field) => plainText(addresses[field]) !== '');

/** L-03: the two addresses that some destinations ask for. What is missing is said once somebody wants to go on. */
export function AddressFields({
  addresses,
  isAsked,
  isSent = false,
  onChange,
}: {
  readonly addresses: StatedAddresses;
  readonly isAsked: boolean;
  /** They went with a registration: what is gone then is not lost. */
  readonly isSent?: boolean;
  readonly onChange: (addresses: StatedAddresses) => void;
}) {
  const say = useSay();
  const isLost = useTypedLoss('coach-addresses', addresses !== noAddresses && !isSent);
  return (
    <View className="panel" id="coach-addresses">
      <TypedLossNotice isLost={isLost} />
      <Text className="panel-title">{say(departureTexts.addressTitle)}</Text>
      {fields.map((field) => (
        <Field
          key={field}
          id={`coach-${field}`}
          label={say(departureTexts[field])}
          hint={say(departureTexts.addressHint)}
          keyboard="text"
          maxLength={200}
          value={addresses[field]}
          onChange={(value) => onChange({ ...addresses, [field]: value })}
          onLeave={() => undefined}
          onDone={() => undefined}
          {...(isAsked && plainText(addresses[field]) === '' && { refusal: say(departureTexts.addressRefused) })}
        />
      ))}
    </View>
  );
}
