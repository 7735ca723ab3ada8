import { useState } from 'react';
import { useSpeech } from './language';
import { uiTexts } from './texts';

/** Copies a long text that is shown shortened. */
export const CopyButton = ({ text }: { readonly text: string }) => {
  const { say } = useSpeech();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
  };
  return (
    <button type="button" className="quiet small" onClick={() => void copy()}>
      {say(copied ? uiTexts.copied : uiTexts.copy)}
    </button>
  );
};
