import { type DragEvent, useState } from 'react';
import { useSpeech } from '../ui/language';
import { kitTexts } from './kit-texts';

interface Props {
  readonly name: string;
  readonly label: string;
  /** Endings and types, as the browser's own field takes them. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A file from the browser's own field, by keyboard as by pointer, or dropped beside it. The same file can be chosen again. */
export const FileChoice = ({ name, label, accept, isBusy, onFile }: Props) => {
  const { say } = useSpeech();
  const [isOver, setOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over && !isBusy);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the field, which has all others
    <div
      className="file-choice"
      data-over={isOver}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) onFile(file);
      }}
    >
      <input
        type="file"
        name={name}
        accept={accept}
        aria-label={label}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <span className="hint">{say(kitTexts.orDrop)}</span>
    </div>
  );
};
