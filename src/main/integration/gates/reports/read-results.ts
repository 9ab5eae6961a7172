// Reads what a gate's run left behind: its declared report where there is one, else what it printed.
import { open, realpath } from 'node:fs/promises';
import type { FailingTest, GateReport } from '../../../../shared/domain/gate.ts';
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { plainText } from '../output-tail.ts';
import { failingTests, withoutFolder } from './failing-tests.ts';
import { newReports, type ReportFiles } from './report-files.ts';
import type { ReportReading } from './report-reading.ts';
import { FORMATS } from './report-registry.ts';

export interface ResultsOrder {
  readonly report: GateReport | null;
  /** The workspace it ran in. */
  readonly folder: string;
  readonly stdoutFile: string;
  readonly stderrFile: string;
  /** What `noteReports` found before it began. */
  readonly before: ReportFiles;
  readonly hasFailed: boolean;
}

export interface Results {
  readonly failures: readonly FailingTest[];
  readonly failed: number;
  /** Its report is a list of tests, and says that some failed. */
  readonly decides: boolean;
  /** What is odd about the report, for people. */
  readonly notes: readonly string[];
}

/** Output is read from its end: what runners print for people has its summary there. */
const PRINTED_BYTES = 2 * 1024 * 1024;
const NOTHING: Results = { failures: [], failed: 0, decides: false, notes: [] };

export async function readResults(order: ResultsOrder): Promise<Results> {
  const { report, hasFailed } = order;
  const folders = await foldersOf(order.folder);
  if (report === null) return hasFailed ? finish(await readPrinted(order, folders), folders) : NOTHING;
  const { texts, note } = await readReport(order, report);
  const readings = texts.map((text) => FORMATS[report.format].read(withoutFolder(text, folders)));
  const declared = joined(readings);
  const decides = FORMATS[report.format].decides && declared.failed > 0;
  const faults = readings.flatMap(({ fault }) =>
    fault === null ? [] : `its report could not be read whole: ${fault}`,
  );
  const notes = [...(note === null ? [] : [note]), ...faults.slice(0, 1)];
  // A report that names nothing explains no failure: the runner may write another format than declared.
  const useful = declared.failed > 0 || !hasFailed ? declared : await readPrinted(order, folders);
  return { ...finish(useful, folders), decides, notes };
}

function finish({ failures, failed }: ReportReading, folders: readonly string[]): Results {
  return { failures: failingTests(failures, folders), failed, decides: false, notes: [] };
}

function joined(readings: readonly ReportReading[]): ReportReading {
  return {
    failures: readings.flatMap((one) => one.failures),
    failed: readings.reduce((sum, one) => sum + one.failed, 0),
    results: readings.reduce((sum, one) => sum + one.results, 0),
    fault: null,
  };
}

/** A link in the temporary folder gives a workspace two names. */
async function foldersOf(folder: string): Promise<readonly string[]> {
  const real = await realpath(folder).catch(() => folder);
  return real === folder ? [folder] : [folder, real];
}

async function readPrinted(
  { stdoutFile, stderrFile }: ResultsOrder,
  folders: readonly string[],
): Promise<ReportReading> {
  const [out, err] = await Promise.all([readEnd(stdoutFile), readEnd(stderrFile)]);
  const { read } = FORMATS.text;
  const printed = read(withoutFolder(plainText(out), folders));
  return printed.failed > 0 ? printed : read(withoutFolder(plainText(err), folders));
}

interface ReportTexts {
  readonly texts: readonly string[];
  readonly note: string | null;
}

async function readReport(order: ResultsOrder, { file }: GateReport): Promise<ReportTexts> {
  if (file === null) return { texts: [plainText(await readStart(order.stdoutFile, LIMITS.reportBytes))], note: null };
  const paths = await newReports(order.folder, file, order.before);
  const texts: string[] = [];
  let left: number = LIMITS.reportBytes;
  for (const path of paths) {
    const bytes = await readStart(path, left);
    left -= bytes.length;
    texts.push(bytes.toString('utf8'));
  }
  return { texts, note: texts.length === 0 ? `it left no report ${file}` : null };
}

function readStart(path: string, most: number): Promise<Buffer> {
  return readPart(path, (size) => ({ from: 0, length: Math.min(size, most) }));
}

function readEnd(path: string): Promise<Buffer> {
  return readPart(path, (size) => {
    const length = Math.min(size, PRINTED_BYTES);
    return { from: size - length, length };
  });
}

async function readPart(path: string, partOf: (size: number) => { from: number; length: number }): Promise<Buffer> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return Buffer.alloc(0);
  try {
    const { from, length } = partOf((await handle.stat()).size);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
