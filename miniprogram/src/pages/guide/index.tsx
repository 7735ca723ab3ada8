import { GuideScreen } from '../../features/venues/guide-screen';
import { Notices } from '../../features/venues/notices';
import { guideTexts } from '../../features/venues/texts/guide-texts';
import { Frame } from '../frame';

/** How it works; for everybody, signed in or not. */
export default function GuidePage() {
  return (
    <Frame title={guideTexts.title}>
      <Notices />
      <GuideScreen />
    </Frame>
  );
}
