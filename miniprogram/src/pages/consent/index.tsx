import { ConsentText } from '../../features/identity/consent-text';
import { consentTexts } from '../../features/identity/texts/consent-texts';
import { Frame } from '../frame';

/** The long consent text. */
export default function ConsentPage() {
  return (
    <Frame title={consentTexts.title}>
      <ConsentText />
    </Frame>
  );
}
