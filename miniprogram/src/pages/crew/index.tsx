import { CrewScreen } from '../../features/coaches/crew/crew-screen';
import { goBack, goTo } from '../go-to';
import { pageOf } from '../page-of';

/** Departures of coaches, for their crews; `?invitation=` joins an operator. */
export default pageOf('crew', ({ parameters }) => (
  <CrewScreen
    place={parameters}
    ways={{
      onOpen: (departure) => goTo('crew', { departure }),
      onMade: (departure) => goTo('crew', { departure }, 'instead'),
      onForm: (from) => goTo('crew', { from }, parameters.departure === undefined ? 'over' : 'instead'),
      onBack: goBack,
      onManual: (part) => goTo('manual', { part }),
    }}
  />
));
