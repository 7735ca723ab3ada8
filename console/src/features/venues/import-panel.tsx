import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { type Imported, importFile } from './import-file';
import { importTexts } from './texts';

const BadRows = ({ imported }: { readonly imported: Imported }) => {
  const { say } = useSpeech();
  if (imported.badRows.length === 0) return null;
  return (
    <table data-part="bad-rows">
      <thead>
        <tr>
          <th scope="col" className="number">
            {say(importTexts.row)}
          </th>
          <th scope="col">{say(importTexts.problem)}</th>
        </tr>
      </thead>
      <tbody>
        {imported.badRows.map((bad) => (
          <tr key={bad.row}>
            <td className="number">{bad.row}</td>
            <td>{say(bad)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Outcome = ({ imported }: { readonly imported: Imported }) => {
  const { say } = useSpeech();
  const { added, changed, unchanged, badRows, stoppedAt } = imported;
  return (
    <div role="status" data-part="imported">
      <p>{say(importTexts.done, { added, changed, unchanged, bad: badRows.length })}</p>
      {stoppedAt !== undefined && <p>{say(importTexts.stopped, { part: stoppedAt })}</p>}
      <BadRows imported={imported} />
    </div>
  );
};

/** Imports venues from a plain file and names every row that was not taken. */
export const ImportPanel = ({ onImported }: { readonly onImported: () => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [part, setPart] = useState({ part: 0, parts: 0 });
  const [imported, setImported] = useState<Imported>();
  const take = async (file: File) => {
    setImported(undefined);
    const text = await file.text();
    const done = await mutation.run((client) =>
      importFile(client, city, text, (now, parts) => setPart({ part: now, parts })),
    );
    setImported(done);
    if (done) onImported();
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
      <input
        type="file"
        name="venues"
        accept=".csv,text/csv"
        aria-label={say(importTexts.file)}
        disabled={mutation.isPending}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      {mutation.isPending && <p role="status">{say(importTexts.importing, part)}</p>}
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {imported && <Outcome imported={imported} />}
    </details>
  );
};
