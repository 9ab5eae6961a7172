// Which reader belongs to which format, and which formats are lists of tests.
import type { ReportFormat } from '../../../../shared/domain/gate.ts';
import { readEslint } from './read-eslint.ts';
import { readJunit } from './read-junit.ts';
import { readNunit } from './read-nunit.ts';
import { readPester } from './read-pester.ts';
import { readPsscriptanalyzer } from './read-psscriptanalyzer.ts';
import { readSarif } from './read-sarif.ts';
import { readTap } from './read-tap.ts';
import { readText } from './read-text.ts';
import type { ReadReport } from './report-reading.ts';

interface Format {
  readonly read: ReadReport;
  /** A failure in it fails the gate, whatever its exit code says: a pipe may have lost that. */
  readonly decides: boolean;
}

export const FORMATS: Readonly<Record<ReportFormat, Format>> = {
  tap: { read: readTap, decides: true },
  junit: { read: readJunit, decides: true },
  nunit: { read: readNunit, decides: true },
  pester: { read: readPester, decides: true },
  sarif: { read: readSarif, decides: false },
  eslint: { read: readEslint, decides: false },
  psscriptanalyzer: { read: readPsscriptanalyzer, decides: false },
  text: { read: readText, decides: false },
};
