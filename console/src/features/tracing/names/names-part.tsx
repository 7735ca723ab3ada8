import { formatInstant } from '@tongcheng/shared/time';
import type { TraceRequestRow } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { namesTexts as texts, tracingTexts } from '../texts';
import { useOpenNames } from '../use-open-names';
import { OpenedNames } from './opened-names';

/** the names of an approved request, for who asked and who approved: opened by a touch, since each opening is on record. */
export const NamesPart = ({ request }: { readonly request: TraceRequestRow }) => {
  const { say } = useSpeech();
  const { names, openMore, hide, isPending, failure } = useOpenNames(request.requestId);
  const left = names ? names.total - names.riders.length : 0;
  return (
    <section className="sheet names-sheet" data-part="names">
      <div className="chart-head">
        <h2>{say(texts.title)}</h2>
        {names && (
          <Button data-act="hide-names" onClick={hide}>
            {say(texts.hide)}
          </Button>
        )}
      </div>
      <p>{`${say(tracingTexts.openUntil)} ${formatInstant(request.opensUntil ?? 0, 'YYYY-MM-DD HH:mm')}`}</p>
      <p className="hint">{say(texts.hint)}</p>
      {failure && <FailureNotice failure={failure} answers />}
      {!names && (
        <Button type="primary" data-act="open-names" disabled={isPending} onClick={() => void openMore()}>
          {say(isPending ? uiTexts.underWay : texts.open)}
        </Button>
      )}
      {names && <OpenedNames names={names} />}
      {left > 0 && (
        <Button data-act="more-names" disabled={isPending} onClick={() => void openMore()}>
          {isPending ? say(uiTexts.underWay) : say(texts.more, { n: left })}
        </Button>
      )}
    </section>
  );
};
