// Keeps what was found and done in the project's folder of data: it names folders of this machine, so it is not for the repository.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BootstrapDiscoveryV1, BootstrapReportV1 } from '../../../shared/uet/documents.generated.ts';
import { checkedDocument } from './prepare-artifacts.ts';

/** Path of the report, or null where it could not be kept: the project is set up all the same. Each `init` replaces the last one's. */
export function keepReport(folder: string, discovery: BootstrapDiscoveryV1, report: BootstrapReportV1): string | null {
  const file = join(folder, 'bootstrap-report.json');
  const texts = [
    [join(folder, 'bootstrap-discovery.json'), checkedDocument('bootstrap_discovery.v1', discovery)],
    [file, checkedDocument('bootstrap_report.v1', report)],
  ] as const;
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, document] of texts) {
      writeFileSync(`${path}.tmp`, `${JSON.stringify(document, null, 2)}\n`);
      renameSync(`${path}.tmp`, path);
    }
    return file;
  } catch {
    return null;
  }
}
