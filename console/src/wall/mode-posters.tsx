import type { Mode } from '@tongcheng/shared/venues/kinds';
import { useState } from 'react';
import { useSpeech } from '../ui/language';
import { modeTexts } from '../ui/mode-texts';
import { PosterCard } from './poster-card';
import { wallTexts } from './texts';
import { handful, type Poster } from './wall-page';

const moreAtOnce = 24;

/** The posters of one mode, a handful first. */
export const ModePosters = ({ mode, posters }: { readonly mode: Mode; readonly posters: readonly Poster[] }) => {
  const { say } = useSpeech();
  const [shown, setShown] = useState(handful);
  const left = Math.min(moreAtOnce, posters.length - shown);
  return (
    <section data-mode={mode}>
      <h2>
        <span>{say(modeTexts[mode])}</span> <small>{posters.length}</small>
      </h2>
      <div className="posters">
        {posters.slice(0, shown).map((poster) => (
          <PosterCard key={poster.venueId} poster={poster} />
        ))}
      </div>
      {left > 0 && (
        <button type="button" className="quiet" onClick={() => setShown(shown + moreAtOnce)}>
          {say(wallTexts.more, { count: left, mode: say(modeTexts[mode]) })}
        </button>
      )}
    </section>
  );
};
