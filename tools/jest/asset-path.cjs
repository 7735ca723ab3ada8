/** An imported asset (a font, a style sheet) is, under test, the path of its file. */
module.exports = {
  process: (_source, path) => ({ code: `module.exports = ${JSON.stringify(path)};` }),
};
