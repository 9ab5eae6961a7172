// What the machine has left, and from where on a run starts less or nothing: soft limits, hard limits, and a way back.
import { LIMITS } from './limits.ts';

export type Resource = 'cpu' | 'memory' | 'disk';
/** `soft`: half as many tools at once. `hard`: no new ones. */
export type ResourceLevel = 'ok' | 'soft' | 'hard';

/** How a resource stands, as a run's log knows it. */
export interface ResourceStanding {
  readonly level: ResourceLevel;
  /** Empty where there is enough. */
  readonly message: string;
  readonly freedBy: string;
}

/** One look at the machine; null where it does not tell. */
export interface MachineSample {
  /** Share of the processors that was busy over the last minute, 0 to 1. */
  readonly cpuBusy: number | null;
  /** Share of the memory that can be had, 0 to 1. */
  readonly memoryFree: number | null;
  /** Of the volume with the least room among those that data and workspaces are on. */
  readonly disk: { readonly freeBytes: number; readonly folder: string } | null;
}

/** How much there is left, as a number that is better the larger it is. */
interface Limit {
  readonly left: (sample: MachineSample) => number | null;
  readonly soft: number;
  readonly hard: number;
}

const RESOURCE_LIMITS: Readonly<Record<Resource, Limit>> = {
  cpu: {
    left: ({ cpuBusy }) => (cpuBusy === null ? null : 1 - cpuBusy),
    soft: 1 - LIMITS.cpuSoft,
    hard: 1 - LIMITS.cpuHard,
  },
  memory: { left: ({ memoryFree }) => memoryFree, soft: LIMITS.memoryFreeSoft, hard: LIMITS.memoryFreeHard },
  disk: { left: ({ disk }) => disk?.freeBytes ?? null, soft: LIMITS.diskFreeSoft, hard: LIMITS.diskFreeHard },
};

export const RESOURCES = Object.keys(RESOURCE_LIMITS) as readonly Resource[]; // exactly the keys by its type

/**
 * The level after a sample. A limit is passed at once; the way back takes a quarter more than the limit, so that a
 * value at the edge does not open and close a breaker all the time. What cannot be seen holds nobody.
 */
export function resourceLevel(resource: Resource, before: ResourceLevel, sample: MachineSample): ResourceLevel {
  const { left, soft, hard } = RESOURCE_LIMITS[resource];
  const now = left(sample);
  if (now === null) return 'ok';
  if (now < (before === 'hard' ? hard * WAY_BACK : hard)) return 'hard';
  return now < (before === 'ok' ? soft : soft * WAY_BACK) ? 'soft' : 'ok';
}

const WAY_BACK = 1.25;

export interface ResourceWords {
  readonly message: string;
  readonly freedBy: string;
}

/** Why a run starts less, and what would free it. */
export function resourceWords(resource: Resource, level: ResourceLevel, sample: MachineSample): ResourceWords {
  const limit = RESOURCE_LIMITS[resource][level === 'hard' ? 'hard' : 'soft'];
  const back = limit * WAY_BACK;
  switch (resource) {
    case 'cpu':
      return {
        message: `The processors were busy for ${percent(sample.cpuBusy ?? 0)} of the last minute.`,
        freedBy: `processors that are busy for less than ${percent(1 - back)} of a minute`,
      };
    case 'memory':
      return {
        message: `Of the memory ${percent(sample.memoryFree ?? 0)} are left.`,
        freedBy: `${percent(back)} of the memory`,
      };
    case 'disk':
      return {
        message: `The disk of ${sample.disk?.folder ?? ''} has ${mebibytes(sample.disk?.freeBytes ?? 0)} left.`,
        freedBy: `${mebibytes(back)} free on the disk of ${sample.disk?.folder ?? ''}`,
      };
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MiB`;
}
