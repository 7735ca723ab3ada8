import { useSpeech } from '../ui/language';
import { DepartureCard } from './departure-card';
import { DepartureLines } from './departure-lines';
import { departureTexts } from './departure-texts';
import type { DeparturePage } from './departures';

/** The coaches of the province: codes that crews show now, what leaves next, what is awaited. */
export const DeparturePosters = ({ page }: { readonly page: DeparturePage }) => {
  const { say } = useSpeech();
  return (
    <>
      <section data-part="departures">
        <h2>
          <span>{say(departureTexts.open)}</span> <small>{page.open.length}</small>
        </h2>
        <p className="hint">{say(departureTexts.about)}</p>
        {page.open.length === 0 && <p className="empty">{say(departureTexts.none)}</p>}
        <div className="posters">
          {page.open.map((departure) => (
            <DepartureCard
              key={`${departure.departureId} ${departure.demonstration ? 'practice' : ''}`}
              departure={departure}
            />
          ))}
        </div>
      </section>
      <DepartureLines title={departureTexts.next} lines={page.next} />
      <DepartureLines title={departureTexts.awaited} lines={page.awaited} />
    </>
  );
};
