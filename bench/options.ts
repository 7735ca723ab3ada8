/** What stands behind a word of the command line: `option('--scale')` of `npm run bench -- case --scale 10`. */
export const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
};
