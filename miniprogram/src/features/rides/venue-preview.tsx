import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { venueKindText } from '../../ui/venue-line';
import { VenueName } from '../../ui/venue-name';
import { useSay } from '../../ui/words';
import { PartyStepper } from './party-stepper';
import type { ScanFlow } from './scan-flow';
import type { ScanState } from './scan-state';
import { scanTexts } from './texts/scan-texts';

type Shown = ScanState & { readonly at: 'showing' };

/** What the code is, before anything is recorded; it goes by itself unless cancelled. */
export function VenuePreview({ state, flow }: { readonly state: Shown; readonly flow: ScanFlow }) {
  const say = useSay();
  const taxi = state.venue.mode === 'taxi';
  return (
    <View className="seen" aria-live="polite">
      <Text className="seen-kind">{say(venueKindText(state.venue))}</Text>
      <VenueName className="seen-venue" id="seen-venue" venue={state.venue} />
      {taxi && <PartyStepper party={state.party} onChange={flow.setParty} />}
      {!state.stays && (
        <View className="seen-progress">
          <View className={`seen-bar${taxi ? ' slow' : ''}`} />
        </View>
      )}
      {taxi && (
        <Button onPress={flow.confirm}>
          {state.party === 1 ? say(scanTexts.confirmOne) : say(scanTexts.confirmMany, { n: state.party })}
        </Button>
      )}
      <Button variant="plain" onPress={flow.cancel}>
        {say(scanTexts.cancel)}
      </Button>
    </View>
  );
}
