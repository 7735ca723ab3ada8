import { VerifiedOnly } from '../../features/identity/verified-only';
import { MineScreen } from '../../features/rights/mine-screen';
import { rightsTexts } from '../../features/rights/texts/rights-texts';
import { Frame } from '../frame';
import { goTo } from '../go-to';

const onNew = () => goTo.register(undefined);

/** The rider's own information and rights. */
export default function MinePage() {
  return (
    <Frame title={rightsTexts.title}>
      <VerifiedOnly onNew={onNew}>
        <MineScreen onEnded={goTo.scan} />
      </VerifiedOnly>
    </Frame>
  );
}
