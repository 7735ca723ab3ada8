import { useEffect, useRef, useState } from 'react';
import { usePhone } from './phone';
import { hasFields, type PhoneRecord, type Records } from './records';

/** Forms whose content is never written to the phone. */
type FormName = 'register' | 'member' | 'appeal' | 'card' | 'coach' | 'coach-addresses';

/** Which forms hold something typed: their names, never what stands in them. */
const typedFormsRecord: PhoneRecord<{ readonly forms: readonly FormName[] }> = {
  key: 'tc.typed-forms',
  empty: { forms: [] },
  is: (value): value is { readonly forms: readonly FormName[] } =>
    hasFields(value, 'forms') && Array.isArray(value.forms),
};

/**
 * Whether something was typed into this form before the page was loaded anew or the app closed, and is gone. It is said until
 * something is typed again; a form that is left knowingly, or sent, lost nothing. `outlives`: what was typed is held in memory when
 * the screen goes.
 */
export function useTypedLoss(form: FormName, isTyped: boolean, outlives = false): boolean {
  const { records } = usePhone();
  const [isLost, setLost] = useState(() => !isTyped && records.read(typedFormsRecord).forms.includes(form));
  const wasTyped = useRef(false);
  useEffect(() => {
    if (isTyped) {
      setLost(false);
      note(records, form, true);
    } else if (wasTyped.current) note(records, form, false);
    wasTyped.current = isTyped;
  }, [records, form, isTyped]);
  useEffect(() => {
    if (outlives) return undefined;
    return () => note(records, form, false);
  }, [records, form, outlives]);
  return isLost;
}

function note(records: Records, form: FormName, isTyped: boolean): void {
  const { forms } = records.read(typedFormsRecord);
  if (forms.includes(form) === isTyped) return;
  records.write(typedFormsRecord, { forms: isTyped ? [...forms, form] : forms.filter((each) => each !== form) });
}
