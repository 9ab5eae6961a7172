// Who may import whom, by the table of build/rooms.ts.
import { posix } from 'node:path';
import { ELECTRON_ROOMS, ROOMS, type Room } from '../../build/rooms.ts';
import { type Import, importsOf } from './imports-of.ts';
import { at, type SourceFile, type Violation } from './source-files.ts';

/** The room whose folder holds the file most closely; undefined outside of every room. */
function roomOf(path: string): Room | undefined {
  const inside = ROOMS.filter((room) => path.startsWith(`src/${room.path}/`));
  return inside.sort((a, b) => b.path.length - a.path.length)[0];
}

export function roomViolations(file: SourceFile): readonly Violation[] {
  const room = roomOf(file.path);
  if (room === undefined) return [at(file, file.ast, 'stands in no room of build/rooms.ts')];
  return importsOf(file).flatMap((found) => {
    const message = found.target === null ? packageProblem(file, room, found) : fileProblem(file, room, found.target);
    return message === null ? [] : [at(file, found.node, message)];
  });
}

function packageProblem(file: SourceFile, room: Room, { specifier }: Import): string | null {
  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    const allowed = ELECTRON_ROOMS.some((path) => file.path.startsWith(`src/${path}/`));
    return allowed ? null : 'imports electron outside of the desktop host and the preload bridge';
  }
  const node = specifier.startsWith('node:');
  const ok = room.packages.some((name) => name === specifier || (node ? name === 'node:*' : name === '*'));
  return ok ? null : `may not import ${specifier} in ${room.path}`;
}

function fileProblem(file: SourceFile, room: Room, target: string): string | null {
  if (/\.(css|svg|png|json)$/.test(target)) return null;
  const other = roomOf(target);
  if (other === undefined) return `imports ${target}, which stands in no room`;
  if (other.path !== room.path) {
    return room.imports.includes(other.path) ? null : `${room.path} may not import ${other.path} (${target})`;
  }
  const panel = room.path === 'renderer/panels' ? folderBelow(room, file.path) : null;
  const neighbour = folderBelow(room, target);
  if (panel === null || neighbour === null || panel === neighbour) return null;
  return `panel ${panel} may not import panel ${neighbour}`;
}

/** The first folder below the room; null for a file that lies in the room itself. */
function folderBelow(room: Room, path: string): string | null {
  const [first, ...rest] = posix.relative(`src/${room.path}`, path).split('/');
  return first === undefined || rest.length === 0 ? null : first;
}
