/** Opens a file's link as the browser's download; works after an awaited answer, where a new window would be blocked. */
export const openFile = (url: string): void => {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = '';
  anchor.rel = 'noopener';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
};
