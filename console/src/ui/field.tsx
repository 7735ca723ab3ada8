import { type ReactNode, useId } from 'react';

/**
 * Why a field has no help beside it: its label says all there is to say; what to type and what follows stands above it in the form; it narrows
 * what is shown and nothing follows.
 */
type NoHelp = 'label-says-all' | 'said-above' | 'narrows';

/** Help beside a field, or why it needs none: one of the two is said of each, so that nobody forgets to think of it. */
export type FieldHelp =
  | { readonly hint: string; readonly noHint?: never }
  | { readonly hint?: never; readonly noHint: NoHelp };

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
