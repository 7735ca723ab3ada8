import { View } from '@tarojs/components';
import './icon.scss';

/** Strokes of each icon on a field of 24 × 24. */
const strokes = {
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  torch: '<path d="M7 3h10v4l-3 4v10h-4V11L7 7zM12 14v2"/>',
  refresh: '<path d="M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6"/>',
  keyboard: '<path d="M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h10"/>',
  rides: '<path d="M6 4h12v12H6zM6 11h12M8 20l1-4M16 20l-1-4M9 14h.01M15 14h.01"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
  card: '<path d="M3 6h18v13H3zM3 10h18M7 15h4"/>',
  guide: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1 1-1.1 1.9M12 17h.01"/>',
  language: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>',
  elder: '<path d="M4 19l5-14 5 14M6 14h6M15 19l3-8 3 8M16 16.500h4"/>',
  scan: '<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"/>',
  phone: '<path d="M5 4h4l2 5-2.500 1.500a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1C11 20 4 13 4 5a1 1 0 0 1 1-1z"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  check: '<path d="M5 13l5 5 9-11"/>',
  warn: '<path d="M12 4l9 16H3zM12 10v4M12 17h.01"/>',
  place: '<path d="M12 21c5-6 7-9 7-12a7 7 0 1 0-14 0c0 3 2 6 7 12z"/><circle cx="12" cy="9" r="2.500"/>',
  minus: '<path d="M5 12h14"/>',
  plus: '<path d="M5 12h14M12 5v14"/>',
} as const;

/** An icon by its name. */
export type IconName = keyof typeof strokes;

/** Colours of icons: those of the text around them. */
const colours = { ink: '#16202A', muted: '#5B6670', brand: '#0F5C8C', white: '#FFFFFF', amber: '#FFC72C' } as const;

/** A small drawing beside words; screen readers pass it over. */
export function Icon({ name, colour = 'ink' }: { readonly name: IconName; readonly colour?: keyof typeof colours }) {
  const drawn = `<g fill="none" stroke="${colours[colour]}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${strokes[name]}</g>`;
  return <View className="icon" style={pictureOf('0 0 24 24', drawn)} aria-hidden />;
}

/** A drawing of our own as a background: mini-programs know no inline SVG, every platform knows a data address. */
export const pictureOf = (viewBox: string, inside: string): { readonly backgroundImage: string } => ({
  backgroundImage: `url("data:image/svg+xml,${encoded(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inside}</svg>`,
  )}")`,
});

const encoded = (svg: string): string =>
  encodeURIComponent(svg).replace(/'/g, '%27').replace(/\(/g, '%28').replace(/\)/g, '%29');
