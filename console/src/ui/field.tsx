import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it; it stands out by a mark, never by the colour of a verdict. */
  readonly fault?: string | undefined;
  readonly children: (id: string, hintId: string | undefined) => ReactNode;
}

/** A labelled field, its hint tied to it for screen readers. */
export const Field = ({ label, hint, fault, children }: Props) => {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'}>
      <label htmlFor={id}>{label}</label>
      {children(id, hintId)}
      {hint !== undefined && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
