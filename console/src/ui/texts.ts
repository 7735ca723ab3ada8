/** Texts of the small components that every screen uses. */
export const uiTexts = {
  changeLanguage: { zh: '切换为{language}', en: 'Switch to {language}' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  restoring: { zh: '画面出了问题，正在自动恢复。', en: 'Something went wrong with this page. It restores itself.' },
  again: { zh: '再试一次', en: 'Try again' },
  refresh: { zh: '刷新', en: 'Refresh' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  underWay: { zh: '正在处理…', en: 'Working…' },
  asOf: { zh: '截至 {time}（北京时间 UTC+8）', en: 'As of {time} (Beijing time, UTC+8)' },
  notRenewed: { zh: '没有更新成功，以下是 {time} 的内容。', en: 'Could not be renewed. What follows is of {time}.' },
  more: { zh: '更多', en: 'More' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  timeZone: { zh: '时间均为北京时间（UTC+8）', en: 'All times are Beijing time (UTC+8)' },
  qr: { zh: '二维码', en: 'QR code' },
} as const;
