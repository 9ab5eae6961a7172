// Objects written as packs: git has them, few packs stay, and what a crash left half written goes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewObject, objectOf, treeOf } from '../../../../../src/main/integration/git/git-objects.ts';
import { openPackStore } from '../../../../../src/main/integration/git/pack-store.ts';

let folder: string;
let point: string | null;
const packs = () => readdirSync(join(folder, 'objects', 'pack')).sort();
const git = (...args: readonly string[]) =>
  execFileSync('git', ['--git-dir', folder, ...args], { encoding: 'utf8' }).trim();
const open = () =>
  openPackStore({
    objectsDir: join(folder, 'objects'),
    shadowDir: join(folder, 'shadow'),
    log: (_level, message, values) => expect.unreachable(`${message} ${JSON.stringify(values)}`),
    faults: {
      at: (name) => {
        if (name === point) throw new Error(`ended at ${name}`);
      },
    },
  });
const blob = (text: string): NewObject => objectOf('blob', Buffer.from(text));
/** As a process that is gone would have named them. */
function ofTheDead(): void {
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  for (const name of packs().filter((one) => one.startsWith('tmp_'))) {
    const place = join(folder, 'objects', 'pack');
    renameSync(join(place, name), join(place, name.replace(`_${process.pid}_`, `_${gone}_`)));
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'patchbay-packs-'));
  git('init', '-q', '--bare');
  mkdirSync(join(folder, 'shadow'));
  point = null;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a pack store', () => {
  it('writes objects of every kind and size so that git reads each back and finds no fault', async () => {
    const sizes = [0, 1, 15, 16, 2_047, 2_048, 300_000];
    const blobs = sizes.map((size) => blob('x'.repeat(size)));
    const tree = treeOf(blobs.map(({ oid }, at) => ({ mode: '100644', name: `f${at}`, oid })));
    await open().write([...blobs, tree, tree]);
    expect(
      git('ls-tree', '-l', tree.oid)
        .split('\n')
        .map((row) => Number(row.split(/\s+/)[3])),
    ).toEqual(sizes);
    expect(git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
    expect(git('count-objects', '-v')).toContain('garbage: 0');
    expect(packs()).toHaveLength(2);
  });

  it('writes the same objects once', async () => {
    const store = open();
    await store.write([blob('a'), blob('b')]);
    await store.write([blob('b'), blob('a')]);
    expect(packs()).toHaveLength(2);
  });

  it('joins its packs when they get many, and loses nothing', async () => {
    const store = open();
    const objects = Array.from({ length: 100 }, (_, n) => blob(`object ${n}`));
    for (const object of objects) await store.write([object]);
    await store.close();
    expect(packs().filter((name) => name.endsWith('.pack')).length).toBeLessThan(20);
    for (const { oid } of objects) expect(git('cat-file', '-t', oid)).toBe('blob');
    expect(git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
    expect(git('count-objects', '-v')).toContain('garbage: 0');
  });

  it('leaves alone a pack that somebody else made', async () => {
    const oid = execFileSync('git', ['--git-dir', folder, 'hash-object', '-w', '--stdin'], { input: 'theirs' });
    execFileSync('git', ['--git-dir', folder, 'pack-objects', '-q', join(folder, 'objects/pack/pack')], { input: oid });
    const theirs = packs();
    const store = open();
    for (let n = 0; n < 30; n += 1) await store.write([blob(`object ${n}`)]);
    await store.close();
    for (const name of theirs) expect(packs()).toContain(name);
  });

  it('takes up what an engine before it joined', async () => {
    for (let n = 0; n < 40; n += 1) {
      const store = open();
      await store.write([blob(`object ${n}`)]);
      await store.close();
    }
    expect(packs().length).toBeLessThan(40);
    for (let n = 0; n < 40; n += 1) expect(git('cat-file', '-t', blob(`object ${n}`).oid)).toBe('blob');
  });

  for (const at of ['pack-before-name', 'pack-before-index']) {
    it(`clears up after a crash at ${at}, and can write the same again`, async () => {
      point = at;
      await expect(open().write([blob('half')])).rejects.toMatchObject({ code: 'E_DISK' });
      point = null;
      ofTheDead();
      expect(packs().some((name) => name.startsWith('tmp_'))).toBe(true);
      await open().write([blob('other')]);
      expect(packs().filter((name) => name.startsWith('tmp_'))).toEqual([]);
      expect(git('count-objects', '-v')).toContain('garbage: 0');
      await open().write([blob('half')]);
      expect(git('cat-file', '-p', blob('half').oid)).toBe('half');
      expect(git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
    });
  }

  it('leaves the half-written files of another engine that lives', async () => {
    const name = `tmp_patchbay_${process.ppid}_${'a'.repeat(40)}.pack`;
    writeFileSync(join(folder, 'objects', 'pack', name), 'half');
    await open().write([blob('mine')]);
    expect(packs()).toContain(name);
  });

  it('finishes what a crash while packs were joined left', async () => {
    const store = open();
    for (let n = 0; n < 7; n += 1) await store.write([blob(`object ${n}`)]);
    await store.close();
    const killed = openPackStore({
      objectsDir: join(folder, 'objects'),
      shadowDir: join(folder, 'shadow'),
      log: () => undefined,
      faults: {
        at: (name) => {
          if (name === 'packs-joined') throw new Error('killed');
        },
      },
    });
    await killed.write([blob('object 7')]);
    await killed.close();
    expect(git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
    for (let n = 0; n < 8; n += 1) expect(git('cat-file', '-t', blob(`object ${n}`).oid)).toBe('blob');
  });

  it('says where the disk refused', async () => {
    rmSync(join(folder, 'objects', 'pack'), { recursive: true });
    writeFileSync(join(folder, 'objects', 'pack'), 'a file');
    await expect(open().write([blob('a')])).rejects.toMatchObject({ code: 'E_DISK' });
  });
});
