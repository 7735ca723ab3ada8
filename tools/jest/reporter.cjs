const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/**
 * Leaves the counts of a run in a file, from which tools/test.mjs prints the closing line after all else was written.
 * A suite that could not be loaded counts as one failure: its tests never had the chance to fail.
 */
class Counts {
  constructor() {
    this.file = process.env.TONGCHENG_COUNTS;
  }

  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(counts));
  }
}

module.exports = Counts;
