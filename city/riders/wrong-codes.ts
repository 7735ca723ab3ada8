/** A code that looks like a posted one and was signed by nobody: the last character is another. */
export const forgedFrom = (link: string): string => {
  const last = link.slice(-1);
  return `${link.slice(0, -1)}${last === '7' ? '8' : '7'}`;
};
