// Counts tests from the reports of vitest and Playwright; a suite without a report has failed.

/** `code` is the exit code: a suite that failed without a failed test (a file that does not load) counts one. */
export function countVitest(report, code) {
  if (report === null) return lost();
  const passed = report.numPassedTests;
  // A file that does not even load has no failed test of its own.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return atLeastOneFailure(
    { passed, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests },
    code,
  );
}

export function countPlaywright(report, code) {
  if (report === null) return lost();
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/** The last line is for programs: `N passed, N failed`. */
export function summary(parts) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const details = parts.map(({ name, passed, failed, skipped }) => {
    return `${name.padEnd(8)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  });
  return {
    line: `${sum('passed')} passed, ${sum('failed')} failed`,
    ok: sum('failed') === 0,
    details: details.join('\n'),
  };
}

function atLeastOneFailure(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function lost() {
  return { passed: 0, failed: 1, skipped: 0 };
}
