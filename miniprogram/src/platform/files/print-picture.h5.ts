import { pngAddress } from './brush';
import './print-picture.scss';

/** A browser prints. */
export const canPrint = true;

/** Prints a PNG on a page of its own, nothing of the app beside it. */
export function printPicture(base64: string, label: string): void {
  const picture = document.createElement('img');
  Object.assign(picture, { className: 'printed-picture', alt: label, src: pngAddress + base64 });
  document.body.appendChild(picture);
  document.body.classList.add('printing');
  const end = () => {
    picture.remove();
    document.body.classList.remove('printing');
    window.removeEventListener('afterprint', end);
  };
  window.addEventListener('afterprint', end);
  // Decoded first: a browser prints the page as it stands.
  picture.decode().then(
    () => window.print(),
    () => end(),
  );
}
