import { FamilyScreen } from '../../features/identity/family/family-screen';
import { familyTexts } from '../../features/identity/texts/family-texts';
import { VerifiedOnly } from '../../features/identity/verified-only';
import { Frame } from '../frame';
import { goTo } from '../go-to';

const onNew = () => goTo.register(undefined);

/** The family in the rider's account. */
export default function FamilyPage() {
  return (
    <Frame title={familyTexts.title}>
      <VerifiedOnly onNew={onNew}>
        <FamilyScreen onRead={goTo.consent} onRides={goTo.ridesOf} />
      </VerifiedOnly>
    </Frame>
  );
}
