// Every invariant of simulated worlds.
import { CHAIN } from './chain.ts';
import { CLAIMS } from './claims.ts';
import { COMMANDS } from './commands.ts';
import { COUNTERS } from './counters.ts';
import { FIXES } from './fixes.ts';
import { GATES } from './gates.ts';
import { HANDS } from './hands.ts';
import { HEADS } from './heads.ts';
import { INTENTS } from './intents.ts';
import type { Invariant } from './invariant.ts';
import { LANDINGS } from './landings.ts';
import { LEASES } from './leases.ts';
import { LEFTOVERS } from './leftovers.ts';
import { LIMITS_KEPT } from './limits.ts';
import { MOVES } from './moves.ts';
import { ONCE } from './once.ts';
import { ORDER } from './order.ts';
import { REASONS } from './reasons.ts';
import { REPLAYS } from './replays.ts';
import { RESOURCES_KEPT } from './resources.ts';
import { SEATS } from './seats.ts';
import { TOOLS } from './tools.ts';
import { WAITS } from './waits.ts';

export const INVARIANTS: readonly Invariant[] = [
  MOVES,
  COUNTERS,
  HANDS,
  LIMITS_KEPT,
  CLAIMS,
  ORDER,
  GATES,
  INTENTS,
  HEADS,
  ONCE,
  REASONS,
  REPLAYS,
  CHAIN,
  LEFTOVERS,
  WAITS,
  LANDINGS,
  LEASES,
  COMMANDS,
  TOOLS,
  RESOURCES_KEPT,
  SEATS,
  FIXES,
];
