import { CardsScreen } from '../../features/cards/cards-screen';
import { cardTexts } from '../../features/cards/texts/card-texts';
import { VerifiedOnly } from '../../features/identity/verified-only';
import { Frame } from '../frame';
import { goTo } from '../go-to';

const onNew = () => goTo.register(undefined);

/** The rider's transit cards. */
export default function CardsPage() {
  return (
    <Frame title={cardTexts.mine}>
      <VerifiedOnly onNew={onNew}>
        <CardsScreen />
      </VerifiedOnly>
    </Frame>
  );
}
