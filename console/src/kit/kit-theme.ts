import type { ThemeConfig } from 'antd/es/config-provider';
import darkAlgorithm from 'antd/es/theme/themes/dark';

/** The tokens of styles/tokens.css and styles/dark.css as the kit takes them. */
const palettes = {
  light: {
    ...{ brand: '#0f5c8c', ink: '#16202a', muted: '#5b6670', paper: '#f6f8fa', sheet: '#ffffff' },
    ...{ line: '#d5dce2', strongLine: '#8a95a0', onBrand: '#ffffff' },
  },
  dark: {
    ...{ brand: '#8cc4ea', ink: '#e6edf3', muted: '#a9b6c1', paper: '#0f161d', sheet: '#18222c' },
    ...{ line: '#2f3d49', strongLine: '#7d8b98', onBrand: '#0c1822' },
  },
} as const;

/**
 * How the kit looks. Green, red and yellow mean a verdict and nothing else: what the kit would colour so is in the brand's blue or in ink,
 * and its words say what is meant. The kit counts in pixels; `typeScale` is how much larger than usual the reader has type.
 */
export const kitTheme = (scheme: keyof typeof palettes, typeScale: number): ThemeConfig => {
  const { brand, ink, muted, paper, sheet, line, strongLine, onBrand } = palettes[scheme];
  return {
    hashed: false,
    cssVar: { key: `kit-${scheme}-${Math.round(typeScale * 100)}` },
    ...(scheme === 'dark' && { algorithm: darkAlgorithm }),
    token: {
      ...{ colorPrimary: brand, colorInfo: brand, colorLink: brand, colorSuccess: brand },
      ...{ colorWarning: ink, colorError: ink, colorText: ink, colorTextSecondary: muted },
      ...{ colorTextTertiary: muted, colorTextDescription: muted, colorTextPlaceholder: muted },
      ...{ colorBgLayout: paper, colorBgContainer: sheet, colorBgElevated: sheet, colorTextLightSolid: onBrand },
      ...{ colorBorder: strongLine, colorBorderSecondary: line },
      ...{
        borderRadius: 8,
        controlHeight: 40 * typeScale,
        fontSize: 15 * typeScale,
        fontFamily: 'inherit',
        motion: false,
      },
    },
    components: {
      // The dark scheme of the kit would take another blue for its chief buttons than the page has for its own.
      Button: { colorPrimary: brand },
      Table: { cellPaddingBlock: 8, cellPaddingInline: 10, headerColor: muted, headerBg: paper },
    },
  };
};
