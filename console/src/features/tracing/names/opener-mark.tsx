import { useId } from 'react';

/** Who opened what is below, and when, across all of it: on the screen, in a photo of it, and on paper. The words stand once above it to be read. */
export const OpenerMark = ({ words }: { readonly words: string }) => {
  const pattern = useId();
  return (
    <svg className="watermark" aria-hidden="true" data-part="watermark">
      <defs>
        <pattern id={pattern} width="420" height="150" patternUnits="userSpaceOnUse" patternTransform="rotate(-18)">
          <text x="4" y="40">
            {words}
          </text>
          <text x="-206" y="115">
            {words}
          </text>
          <text x="214" y="115">
            {words}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
};
