import type { PlayOutcome } from './play-file';

/** Plays what a browser holds, tells once how that came out, and lets go of it. Gives the way to end it before. */
export function playFile(file: string, onEnd: (played: PlayOutcome) => void): () => void {
  const player = new Audio(file);
  let isOver = false;
  const end = (played: PlayOutcome) => {
    if (isOver) return;
    isOver = true;
    player.pause();
    URL.revokeObjectURL(file);
    onEnd(played);
  };
  player.addEventListener('ended', () => end('played'));
  player.addEventListener('error', () => end('refused'));
  // Refused as well where nobody has touched the page yet.
  player.play().catch(() => end('refused'));
  return () => end('stopped');
}
