// The projects of one engine process: each is owned here, or passed on to the process that owns it, or only read.
import { isAbsolute } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ProjectCard } from '../../../shared/ipc/views.ts';
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import type { CapacityLoad } from '../../../shared/ports/capacity.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Service, Services } from '../../../shared/ports/service.ts';
import { unknownProject } from '../../ipc/one-service.ts';
import { ownerGone } from '../../ipc/wire-error.ts';
import { alsoOpen, keepAlsoOpen, knownProjects, rememberProject } from '../../projects/known-projects.ts';
import { acquireOwner, findOwner, type Owned, ownedBy } from '../owner/acquire-owner.ts';
import { type ProjectPlace, placeOf } from '../owner/project-place.ts';
import { withProjects } from './with-projects.ts';

export interface OpenProject {
  readonly projectDir: string;
  readonly role: 'engine' | 'reader';
  /** For a reader: who owns the project. */
  readonly readOnly?: string;
}

export interface HoldProjects {
  readonly dataDir: string;
  readonly first: ProjectPlace;
  /** Folders of further projects. */
  readonly also: readonly string[];
  /** `share` passes on to an owner that is there already, `own` is refused by it, `read` asks nobody. */
  readonly manner: 'share' | 'own' | 'read';
  readonly open: (order: OpenProject) => Promise<Service>;
  readonly capacity: () => CapacityLoad;
  readonly log: Log;
  /** The project has gone down, or is there again: its clients have to ask anew. */
  readonly onMoved: (key: string | undefined, state: 'down' | 'up') => void;
  /** The first project cannot be held any more. */
  readonly onLost: (why: string) => void;
}

export interface HeldProjects extends Services {
  /** Clients that reach a project of this process past its parent. */
  clients(): number;
  /** Refuses new calls, ends every engine in order, and gives the projects up. */
  close(): Promise<void>;
}

interface Held {
  readonly place: ProjectPlace;
  state: 'open' | 'shared' | 'reading' | 'failed';
  service: Service | null;
  /** Null unless this process is the owner. */
  owned: Owned | null;
  problem: PatchbayError | null;
}

interface Holder {
  readonly options: HoldProjects;
  readonly held: Map<string, Held>;
  /** Projects that are being opened, so that a second wish waits for the first. */
  readonly opening: Map<string, Promise<void>>;
  closing: boolean;
}

/** How long an owner that has just gone may take to let its project go. */
const TAKE_OVER_TRIES = 20;
const TAKE_OVER_PAUSE_MS = 100;

/** Rejects when the first project cannot be opened; what is the matter with another one is in its card. */
export async function holdProjects(options: HoldProjects): Promise<HeldProjects> {
  const holder: Holder = { options, held: new Map(), opening: new Map(), closing: false };
  await hold(holder, options.first);
  const { first, dataDir, log } = options;
  const folders = options.manner === 'own' ? [] : [...options.also, ...alsoOpen(first.ownerDir)];
  for (const folder of folders) {
    await openFolder(holder, folder).catch((error: unknown) => {
      const { message, code } = asPatchbayError(error);
      log('warn', `A project could not be opened: ${message}`, { folder, code, dataDir });
    });
  }
  keepOpen(holder);
  return {
    of: (key) => serviceOf(holder, key),
    clients: () => [...holder.held.values()].reduce((sum, { owned }) => sum + (owned?.clients() ?? 0), 0),
    close: () => closeAll(holder),
  };
}

function serviceOf(holder: Holder, key: string | undefined): Service {
  const held = holder.held.get(key ?? holder.options.first.key);
  if (held === undefined) throw unknownProject(key ?? '');
  if (held.service !== null) return held.service;
  throw held.problem ?? ownerGone({ announced: true });
}

async function hold(holder: Holder, place: ProjectPlace): Promise<void> {
  const found = await reach(holder, place);
  const service = withProjects(found.service, {
    list: async () => ({ projects: await cards(holder), capacity: holder.options.capacity() }),
    open: (folder) => openFolder(holder, folder),
    close: (key, stop) => closeProject(holder, key, stop),
  });
  holder.held.set(place.key, { place, state: found.state, service, owned: found.owned, problem: null });
  if (holder.options.manner !== 'read') rememberProject(place);
}

interface Reached {
  readonly state: Held['state'];
  readonly service: Service;
  readonly owned: Owned | null;
}

async function reach(holder: Holder, place: ProjectPlace): Promise<Reached> {
  const { manner, open, log } = holder.options;
  const projectDir = place.folder;
  if (manner === 'read') {
    const owner = await findOwner(place.ownerDir);
    const who = owner === null ? 'It was opened so.' : `Process ${owner.record.pid} owns the project.`;
    const service = await open({ projectDir, role: 'reader', readOnly: `Nothing can be changed from here. ${who}` });
    return { state: 'reading', service, owned: null };
  }
  const found = await acquireOwner(place.ownerDir);
  if (!found.owner) {
    if (manner === 'own') throw ownedBy(found.record);
    log('info', 'another process owns the project', { pid: found.record.pid, key: place.key });
    const service = await found.connect({ onClose: () => void takeOver(holder, place) });
    return { state: 'shared', service, owned: null };
  }
  try {
    const service = await open({ projectDir, role: 'engine' });
    found.attach(service);
    return { state: 'open', service, owned: found };
  } catch (error) {
    found.release();
    throw error;
  }
}

/** The owner that everything was passed on to is gone: this process, or the next owner, takes its place. */
async function takeOver(holder: Holder, place: ProjectPlace): Promise<void> {
  const held = holder.held.get(place.key);
  if (holder.closing || held === undefined || held.state !== 'shared') return;
  held.service = null;
  const told = place.key === holder.options.first.key ? undefined : place.key;
  holder.options.onMoved(told, 'down');
  for (let tries = 1; ; tries += 1) {
    try {
      await hold(holder, place);
      return holder.options.onMoved(told, 'up');
    } catch (error) {
      const problem = asPatchbayError(error);
      if (tries >= TAKE_OVER_TRIES || holder.closing) {
        holder.options.log('error', `A project cannot be taken over: ${problem.message}`, { key: place.key });
        if (told === undefined) return holder.options.onLost('the owner is gone');
        held.problem = problem;
        held.state = 'failed';
        return holder.options.onMoved(told, 'up');
      }
      await wait(TAKE_OVER_PAUSE_MS);
    }
  }
}

/** Answers the key; a project that is open already stays as it is. */
async function openFolder(holder: Holder, folder: string): Promise<string> {
  if (!isAbsolute(folder)) {
    const advice = 'Give its whole path, for example /home/you/project or C:\\Users\\you\\project.';
    throw new PatchbayError('E_USAGE', `'${folder}' is not the path of a folder from the top.`, advice, { folder });
  }
  const place = await placeOf(folder, holder.options.dataDir);
  const { key } = place;
  if (holder.held.get(key)?.service != null) return key;
  const isNew = !holder.held.has(key) && !holder.opening.has(key);
  if (isNew && holder.held.size + holder.opening.size >= LIMITS.openProjects) {
    const advice = 'Close one that you do not need now.';
    throw new PatchbayError('E_LIMIT', `${LIMITS.openProjects} projects are open, as many as there may be.`, advice);
  }
  const opening = holder.opening.get(key) ?? hold(holder, place);
  holder.opening.set(key, opening);
  try {
    await opening;
  } finally {
    holder.opening.delete(key);
  }
  keepOpen(holder);
  return key;
}

async function closeProject(holder: Holder, key: string, stop: boolean): Promise<void> {
  const held = holder.held.get(key);
  if (held === undefined) throw unknownProject(key);
  if (key === holder.options.first.key) {
    const advice = 'Close the window, or end the program.';
    throw new PatchbayError('E_WRONG_STATE', 'This is the project that Patchbay was started for.', advice, { key });
  }
  const open = held.state === 'open' ? await openRunsOf(held) : 0;
  if (open !== null && open > 0 && !stop) {
    const message = `${open === 1 ? 'A run goes' : `${open} runs go`} on in this project.`;
    const advice =
      'Wait for the end, or close it all the same: its tools are stopped, what they wrote is kept, and the runs go on when it is opened again.';
    throw new PatchbayError('E_WRONG_STATE', message, advice, { key, openRuns: open });
  }
  holder.held.delete(key);
  keepOpen(holder);
  await end(held, holder.options.log);
}

async function end({ owned, service, place }: Held, log: Log): Promise<void> {
  owned?.turnAway();
  await service
    ?.close()
    .catch((error: unknown) => log('error', 'closing failed', { error: String(error), key: place.key }));
  owned?.release();
}

async function closeAll(holder: Holder): Promise<void> {
  holder.closing = true;
  await Promise.all([...holder.held.values()].map((held) => end(held, holder.options.log)));
}

function keepOpen(holder: Holder): void {
  const { first, manner } = holder.options;
  if (manner !== 'share') return;
  const others = [...holder.held.values()].filter(({ place }) => place.key !== first.key);
  keepAlsoOpen(
    first.ownerDir,
    others.map(({ place }) => place.folder),
  );
}

async function cards(holder: Holder): Promise<readonly ProjectCard[]> {
  const { first, dataDir } = holder.options;
  const held = await Promise.all(
    [...holder.held.values()].map(async (each): Promise<ProjectCard> => {
      const { key, name, folder } = each.place;
      const problem = each.problem?.message ?? null;
      return {
        key,
        name,
        root: folder,
        state: each.state,
        problem,
        openRuns: await openRunsOf(each),
        isFirst: key === first.key,
      };
    }),
  );
  const closed = knownProjects(dataDir)
    .filter(({ key }) => !holder.held.has(key))
    .map(({ key, name, folder }): ProjectCard => {
      return { key, name, root: folder, state: 'closed', problem: null, openRuns: null, isFirst: false };
    });
  return [...held, ...closed];
}

async function openRunsOf({ service }: Held): Promise<number | null> {
  try {
    const answer = await service?.call('run.list', {});
    return answer?.runs.filter((run) => run.endedAt === null).length ?? null;
  } catch {
    return null;
  }
}
