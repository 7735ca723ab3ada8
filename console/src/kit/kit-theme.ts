import type { ThemeConfig } from 'antd/es/config-provider';

/** The tokens of styles/tokens.css as the kit takes them. */
const brand = '#0f5c8c';
const ink = '#16202a';
const muted = '#5b6670';

/**
 * How the kit looks. Green, red and yellow mean a verdict and nothing else: what the kit would colour so is in the brand's blue or in ink,
 * and its words say what is meant.
 */
export const kitTheme: ThemeConfig = {
  hashed: false,
  cssVar: { key: 'kit' },
  token: {
    colorPrimary: brand,
    colorInfo: brand,
    colorLink: brand,
    colorSuccess: brand,
    colorWarning: ink,
    colorError: ink,
    colorText: ink,
    colorTextSecondary: muted,
    colorTextTertiary: muted,
    colorTextDescription: muted,
    colorTextPlaceholder: muted,
    colorBgLayout: '#f6f8fa',
    colorBorder: '#8a95a0',
    colorBorderSecondary: '#d5dce2',
    borderRadius: 8,
    controlHeight: 40,
    fontSize: 15,
    fontFamily: 'inherit',
    motion: false,
  },
  components: { Table: { cellPaddingBlock: 8, cellPaddingInline: 10, headerColor: muted } },
};
