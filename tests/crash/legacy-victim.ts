// Migrates an old database in a process of its own, which ends itself at a fail point: `legacy-victim.ts COMMAND FILE`.
import { createFaults } from '../../src/main/hosts/service/kill-faults.ts';
import { legacyCommand } from './legacy-trial.ts';

const [command = '', file = ''] = process.argv.slice(2);
await legacyCommand(command, file, createFaults(process.env));
