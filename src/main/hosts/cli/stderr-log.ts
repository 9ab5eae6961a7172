// Diagnostics of a command on stderr: warnings and errors, everything with PATCHBAY_DEBUG.
import type { Log } from '../../../shared/ports/log.ts';
import type { CliPorts } from './cli-ports.ts';
import type { Output } from './output.ts';

export function stderrLog(ports: Pick<CliPorts, 'stderr' | 'env'>, out: Pick<Output, 'quiet'>): Log {
  const all = Boolean(ports.env.PATCHBAY_DEBUG);
  return (level, message, values) => {
    if (!all && (level === 'debug' || level === 'info' || (level === 'warn' && out.quiet))) return;
    const more = values && Object.keys(values).length > 0 ? ` ${JSON.stringify(values)}` : '';
    ports.stderr.write(`${level}: ${message}${more}\n`);
  };
}
