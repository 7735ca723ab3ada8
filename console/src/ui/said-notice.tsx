import { useState } from 'react';

/** What an act of the screen has just done, in words; nothing before one is done. */
export const SaidNotice = ({ said }: { readonly said: string }) =>
  said !== '' && (
    <p className="notice" role="status" data-part="said">
      {said}
    </p>
  );

/** The act that is open over a list, and what was said of the last one that was done, after which the list is read again. */
export const useOpenAct = <Act,>(refetch: () => void) => {
  const [open, setOpen] = useState<Act>();
  const [said, setSaid] = useState('');
  const close = () => setOpen(undefined);
  const done = (words: string) => {
    close();
    setSaid(words);
    refetch();
  };
  return { open, setOpen, close, said, done };
};
