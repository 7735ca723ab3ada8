import type { Played } from './audio-focus';

/** Plays what a browser holds, tells once how that came out, and lets go of it. Gives the way to end it before. */
export function playFile(file: string, told: (played: Played) => void): () => void {
  const player = new Audio(file);
  let isOver = false;
  const end = (played: Played) => {
    if (isOver) return;
    isOver = true;
    player.pause();
    URL.revokeObjectURL(file);
    told(played);
  };
  player.addEventListener('ended', () => end('played'));
  player.addEventListener('error', () => end('refused'));
  // Refused as well where nobody has touched the page yet.
  player.play().catch(() => end('refused'));
  return () => end('stopped');
}
