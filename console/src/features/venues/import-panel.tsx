import { tableText } from '@tongcheng/shared/table-text';
import { useRef, useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FileChoice } from '../../kit/file-choice';
import { WorkProgress } from '../../kit/work-progress';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { BadRows } from './bad-rows';
import { type ImportSum, sendFile } from './import-file';
import { importTexts } from './texts';

/** A file that was chosen, as text, with what importing it would do. */
interface Previewed {
  readonly text: string;
  readonly sum: ImportSum;
}

const Preview = ({
  sum,
  text,
  ...acts
}: Previewed & { readonly onImport: () => void; readonly onCancel: () => void }) => {
  const { say } = useSpeech();
  const { added, changed, unchanged, badRows } = sum;
  return (
    <section data-part="preview">
      <p role="status">{say(importTexts.preview, { added, changed, unchanged, bad: badRows.length })}</p>
      <BadRows sum={sum} text={text} />
      {added + changed > 0 && <p className="hint">{say(importTexts.noUndo)}</p>}
      <div className="dialog-acts">
        <button type="button" className="quiet" onClick={acts.onCancel}>
          {say(uiTexts.cancel)}
        </button>
        <button type="button" className="primary" disabled={added + changed === 0} onClick={acts.onImport}>
          {say(importTexts.confirm, { count: added + changed })}
        </button>
      </div>
    </section>
  );
};

const Outcome = ({ sum, text }: Previewed) => {
  const { say } = useSpeech();
  const { added, changed, unchanged, badRows, stoppedAt } = sum;
  return (
    <div role="status" data-part="imported">
      <p>{say(importTexts.done, { added, changed, unchanged, bad: badRows.length })}</p>
      {stoppedAt !== undefined && <p>{say(importTexts.stopped, { part: stoppedAt })}</p>}
      <BadRows sum={sum} text={text} />
    </div>
  );
};

/** Imports venues from a plain file: first what it would do and every row that cannot be taken, then, once confirmed, the import. */
export const ImportPanel = ({ onImported }: { readonly onImported: () => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [part, setPart] = useState({ part: 0, parts: 0 });
  const [previewed, setPreviewed] = useState<Previewed>();
  const [imported, setImported] = useState<Previewed>();
  const isWanted = useRef(true);
  const onPart = (now: number, parts: number) => {
    setPart({ part: now, parts });
    return isWanted.current;
  };
  const send = (endpoint: Parameters<typeof sendFile>[1], text: string) => {
    isWanted.current = true;
    return mutation.run((client) => sendFile(client, endpoint, city, text, onPart));
  };
  const stop = () => {
    isWanted.current = false;
  };
  const preview = async (file: File) => {
    setImported(undefined);
    setPreviewed(undefined);
    const text = tableText(new Uint8Array(await file.arrayBuffer()));
    const sum = await send('venues.preview-import', text);
    if (sum && isWanted.current) setPreviewed({ text, sum });
  };
  const take = async ({ text }: Previewed) => {
    const sum = await send('venues.import-venues', text);
    setPreviewed(undefined);
    if (!sum) return;
    setImported({ text, sum });
    onImported();
  };
  return (
    <details className="sheet import">
      <summary>{say(importTexts.title)}</summary>
      <p className="hint">
        <span>{say(importTexts.about)}</span>{' '}
        <a href="../console/venues-template.csv" download="venues-template.csv">
          {say(importTexts.template)}
        </a>
      </p>
      <FileChoice
        name="venues"
        label={say(importTexts.file)}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        isBusy={mutation.isPending}
        onFile={(file) => void preview(file)}
      />
      {mutation.isPending && (
        <WorkProgress
          words={say(previewed ? importTexts.importing : importTexts.reading, part)}
          done={Math.max(0, part.part - 1)}
          of={part.parts}
          onStop={stop}
        />
      )}
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {previewed && !mutation.isPending && (
        <Preview {...previewed} onImport={() => void take(previewed)} onCancel={() => setPreviewed(undefined)} />
      )}
      {imported && <Outcome {...imported} />}
    </details>
  );
};
