import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { MailQueueLines } from './mail-queue-lines';
import { ServiceTable } from './service-table';
import { servicesTexts } from './services-texts';
import { TimerTable } from './timer-table';

const renewMs = 30_000;

/** How outside services answered last, and how the parts of the timer's work ended. */
export const ServicesScreen = () => {
  const { say } = useSpeech();
  const query = useQuery((client) => client.call('oversight.get-operation', {}), '', renewMs);
  return (
    <div data-part="services-screen">
      <div className="section-head">
        <h1>{say(servicesTexts.title)}</h1>
      </div>
      <p className="rule">{`${say(servicesTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <QueryView query={query} lines={10}>
        {({ services, timers, mail }) => (
          <>
            <section className="sheet">
              <h2>{say(servicesTexts.mail)}</h2>
              <MailQueueLines mail={mail} />
            </section>
            <section className="sheet">
              <h2>{say(servicesTexts.services)}</h2>
              {services.length === 0 ? <Empty text={servicesTexts.noServices} /> : <ServiceTable services={services} />}
            </section>
            <section className="sheet">
              <h2>{say(servicesTexts.timers)}</h2>
              {timers.length === 0 ? <Empty text={servicesTexts.noTimers} /> : <TimerTable timers={timers} />}
            </section>
          </>
        )}
      </QueryView>
    </div>
  );
};
