// Writes the diagram of the rooms into ARCHITECTURE.md: run it after changing build/rooms.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS, type Room } from './rooms.ts';

const ARCHITECTURE_PAGE = join(import.meta.dirname, '..', 'ARCHITECTURE.md');

const BEGIN = '<!-- rooms: made by `node build/draw-rooms.ts` from build/rooms.ts; a test compares it -->';
const END = '<!-- end of rooms -->';

interface Group {
  /** Never the name of a room: a room may be called `renderer`. */
  readonly id: string;
  readonly title: string;
  readonly holds: (path: string) => boolean;
}

/** Drawn as one box each, so that an arrow to the box stands for all of its rooms. */
const GROUPS: readonly Group[] = [
  { id: 'all_shared', title: 'shared (pure)', holds: (path) => path.startsWith('shared/') },
  {
    id: 'all_working',
    title: 'working rooms of main',
    holds: (path) => /^main\/(scheduling|execution|integration|recovery|projects|store|projections)$/.test(path),
  },
  { id: 'all_renderer', title: 'renderer', holds: (path) => path.startsWith('renderer/') },
];

/** The page with its diagram made anew; throws where the page has no place for it. */
export function withRooms(page: string, rooms: readonly Room[] = ROOMS): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${ARCHITECTURE_PAGE} has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n\`\`\`mermaid\n${drawRooms(rooms)}\n\`\`\`\n\n${END}${after}`;
}

/** Every import of the table, exactly; only inside `shared`, whose table is transitive, an arrow stands for those behind it too. */
export function drawRooms(rooms: readonly Room[] = ROOMS): string {
  const boxes = GROUPS.flatMap((group) => [
    `  subgraph ${group.id}["${group.title}"]`,
    ...rooms.filter(({ path }) => group.holds(path)).map(({ path }) => `    ${idOf(path)}["${path}"]`),
    '  end',
  ]);
  const single = rooms.filter(({ path }) => groupOf(path) === undefined);
  const nodes = single.map(({ path }) => `  ${idOf(path)}["${path}"]`);
  const arrows = new Set(rooms.flatMap((room) => arrowsOf(room, rooms)));
  return ['flowchart TD', ...boxes, ...nodes, ...[...arrows].map((arrow) => `  ${arrow}`)].join('\n');
}

function arrowsOf(room: Room, rooms: readonly Room[]): readonly string[] {
  const own = groupOf(room.path);
  const whole = GROUPS.filter((group) => group !== own && importsAll(room, group, rooms));
  const inWhole = (path: string) => whole.some((group) => group.holds(path));
  const rest = room.imports.filter((path) => !inWhole(path));
  const direct = own?.id === 'all_shared' ? rest.filter((path) => !isBehind(room, path, rooms)) : rest;
  const fromGroup = (group: Group) =>
    own !== undefined && rooms.every((each) => !own.holds(each.path) || importsAll(each, group, rooms));
  return [
    ...whole.map((group) => `${fromGroup(group) ? own?.id : idOf(room.path)} --> ${group.id}`),
    ...direct.map((path) => `${idOf(room.path)} --> ${idOf(path)}`),
  ];
}

function importsAll(room: Room, group: Group, rooms: readonly Room[]): boolean {
  return rooms.every(({ path }) => !group.holds(path) || room.imports.includes(path));
}

/** Another import of the room, which does not import the room itself, leads to `path`. */
function isBehind(room: Room, path: string, rooms: readonly Room[]): boolean {
  const between = rooms.filter((each) => room.imports.includes(each.path) && !each.imports.includes(room.path));
  return between.some((each) => each.imports.includes(path));
}

function groupOf(path: string): Group | undefined {
  return GROUPS.find((group) => group.holds(path));
}

/** Mermaid takes no slash in the name of a node. */
function idOf(path: string): string {
  return path.replaceAll('/', '_');
}

if (import.meta.main) writeFileSync(ARCHITECTURE_PAGE, withRooms(readFileSync(ARCHITECTURE_PAGE, 'utf8')));
