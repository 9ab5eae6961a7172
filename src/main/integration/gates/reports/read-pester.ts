// What Pester writes: NUnit 2.5, NUnit 3 or JUnit XML, told apart by the root element.
import { readJunit } from './read-junit.ts';
import { readNunit } from './read-nunit.ts';
import type { ReportReading } from './report-reading.ts';

/** Where a root element is looked for: after declaration and comments. */
const HEAD = 4_096;

export function readPester(xml: string): ReportReading {
  return /<testsuites?[\s>/]/.test(xml.slice(0, HEAD)) ? readJunit(xml) : readNunit(xml);
}
