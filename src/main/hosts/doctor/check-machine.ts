// What the machine gives: room for data, and how far tools are kept apart from it.
import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { type DoctorFinding, fine } from './doctor-finding.ts';

export async function checkMachine(dataDir: string): Promise<readonly DoctorFinding[]> {
  return [await checkData(dataDir), checkSandbox()];
}

async function checkData(dataDir: string): Promise<DoctorFinding> {
  // Where it will be made, its nearest folder that is there already tells the disk.
  let folder = dataDir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    const remedy = 'Change who may write it, or name another folder with --data or PATCHBAY_DATA.';
    return { id: 'data', level: 'error', message: `${folder} may not be written`, remedy };
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${dataDir} has ${(free / 2 ** 30).toFixed(1)} GiB free`;
  if (free >= LIMITS.diskFreeSoft) return fine('data', message);
  const level = free < LIMITS.diskFreeHard ? 'error' : 'warning';
  return { id: 'data', level, message, remedy: 'Free some space: with less, runs start less, then nothing.' };
}

function checkSandbox(): DoctorFinding {
  return {
    id: 'sandbox',
    level: 'warning',
    message: 'Tools are not isolated from this computer: they run as your user, in a disposable copy of the files.',
    remedy: 'Give tools you do not trust a machine or a container of their own.',
  };
}
