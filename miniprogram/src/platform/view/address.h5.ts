/** Takes what was scanned out of the page's address: neither a reload nor Back shall read the same code again. */
export const forgetScannedCode = (): void => {
  const [page = ''] = window.location.href.split('?code=');
  if (page !== window.location.href) window.history.replaceState(window.history.state, '', page);
};
