// A folder on a file system that does not tell upper from lower case: NTFS in a file, or ext4 with folded names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tempFolder } from './temp-repository.ts';

export interface CaselessFolder {
  readonly path: string;
  readonly kind: string;
  close(): void;
}

const MEGABYTES = 64;
/** Where an unpacked package of ntfs-3g lies, if it is not installed. */
const PREFIX = process.env.PATCHBAY_NTFS ?? '';

const ENV = {
  ...process.env,
  PATH: [`${PREFIX}/bin`, `${PREFIX}/sbin`, process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter),
  LD_LIBRARY_PATH: [`${PREFIX}/lib/x86_64-linux-gnu`, `${PREFIX}/usr/lib/x86_64-linux-gnu`].join(delimiter),
};

interface Kind {
  readonly name: string;
  make(image: string): void;
  mount(image: string, folder: string): void;
}

const KINDS: readonly Kind[] = [
  {
    name: 'NTFS',
    make: (image) => run('mkntfs', ['-q', '-F', '-Q', image]),
    mount: (image, folder) => run('lowntfs-3g', ['-o', 'ignore_case,windows_names', image, folder]),
  },
  {
    name: 'ext4 with folded names',
    make: (image) => run('mkfs.ext4', ['-q', '-O', 'casefold', '-E', 'encoding=utf8', image]),
    mount(image, folder) {
      run('mount', ['-o', 'loop', image, folder]);
      run('chattr', ['+F', folder]);
    },
  },
];

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { env: ENV, stdio: 'pipe' });
}

/** Null where nothing of the kind can be mounted: it needs root on Linux, and ntfs-3g or a kernel with folded names. */
export function caselessFolder(): CaselessFolder | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  for (const kind of KINDS) {
    const folder = tempFolder('caseless');
    try {
      return mounted(kind, folder);
    } catch {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return null;
}

function mounted({ name, make, mount }: Kind, folder: string): CaselessFolder {
  const [image, path] = [join(folder, 'image'), join(folder, 'mount')];
  writeFileSync(image, '');
  truncateSync(image, MEGABYTES * 1024 * 1024);
  mkdirSync(path);
  make(image);
  mount(image, path);
  const close = () => {
    run('umount', [path]);
    rmSync(folder, { recursive: true, force: true });
  };
  writeFileSync(join(path, 'Probe'), '');
  if (!existsSync(join(path, 'pROBE'))) {
    close();
    throw new Error(`${name} tells case apart here`);
  }
  return { path, kind: name, close };
}
