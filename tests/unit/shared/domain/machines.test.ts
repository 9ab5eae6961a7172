// Every pair of states of every machine, against the allowed moves of engine.md §3 written down by hand.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { drawMachines, MACHINES, MACHINES_PAGE } from '../../../../build/draw-machines.ts';
import { ACCEPTANCE_MACHINE } from '../../../../src/shared/domain/acceptance.ts';
import { ATTEMPT_MACHINE } from '../../../../src/shared/domain/attempt.ts';
import { BREAKER_MACHINE } from '../../../../src/shared/domain/breaker.ts';
import { CHECKPOINT_MACHINE } from '../../../../src/shared/domain/checkpoint.ts';
import { DIRECT_CHANGE_MACHINE } from '../../../../src/shared/domain/direct-change.ts';
import { GATE_RUN_MACHINE } from '../../../../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../../../../src/shared/domain/patch.ts';
import { PHASE_MACHINE } from '../../../../src/shared/domain/phase.ts';
import { REVIEW_MACHINE } from '../../../../src/shared/domain/review.ts';
import { RUN_CONTROL_MACHINE, RUN_MACHINE } from '../../../../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../../../../src/shared/domain/task.ts';
import { WORKER_MACHINE } from '../../../../src/shared/domain/worker.ts';
import { WORKSTREAM_MACHINE } from '../../../../src/shared/domain/workstream.ts';
import { Bug } from '../../../../src/shared/lib/assert.ts';
import { canMove, isTerminal, type Machine, move, sqlCheck, statesOf } from '../../../../src/shared/lib/machine.ts';

/** In the notation of engine.md, so that both can be laid side by side. */
const ALLOWED: readonly (readonly [Machine<string>, string])[] = [
  [
    RUN_MACHINE,
    `pending→running|canceled · running→succeeded|failed|quarantined|canceled · failed→quarantined ·
     succeeded · quarantined · canceled`,
  ],
  [
    TASK_MACHINE,
    `pending→queued|blocked|cancelled · blocked→pending|cancelled · queued→running|blocked|cancelled ·
     running→validating|retrying|failed|cancelled · retrying→queued|cancelled ·
     validating→completed|retrying|failed|cancelled · completed · failed · cancelled`,
  ],
  [ATTEMPT_MACHINE, 'pending→running|canceled · running→completed|error|canceled · completed · error · canceled'],
  [
    PATCH_MACHINE,
    `created→validated|quarantined|dropped · validated→queued|quarantined|dropped ·
     queued→applied|apply_failed|quarantined|dropped · applied→verified|apply_failed|rolled_back|quarantined ·
     apply_failed→queued|quarantined|dropped · verified→committed|rolled_back|quarantined ·
     committed→rolled_back · quarantined→dropped · rolled_back · dropped`,
  ],
  [
    GATE_RUN_MACHINE,
    'pending→running|skipped|blocked · blocked→pending · running→passed|failed|error|skipped · passed · failed · error · skipped',
  ],
  [
    WORKER_MACHINE,
    `SPAWNING→IDLE|TERMINATED · IDLE→BUSY|TERMINATED · BUSY→IDLE|DRAINING|TERMINATED · DRAINING→TERMINATED ·
     TERMINATED`,
  ],
  // It has no end: a breaker lives as long as its run.
  [BREAKER_MACHINE, 'closed→open · open→half_open · half_open→closed|open'],
  [
    REVIEW_MACHINE,
    `open→in_review|expired|withdrawn · in_review→approved|rejected|adjusted|sent_back|expired|withdrawn ·
     approved · rejected · adjusted · sent_back · expired · withdrawn`,
  ],
  [CHECKPOINT_MACHINE, 'creating→ready|failed · ready→restoring|expired · restoring→ready · failed · expired'],
  // engine.md names the flag's values; stopping cannot be taken back, and what is paused goes on only when it is told; a decision about a patch may give it something to judge meanwhile.
  [
    RUN_CONTROL_MACHINE,
    `active→pausing|paused|stopping|waiting · pausing→active|paused|stopping|waiting · paused→pausing|active|stopping ·
     waiting→active|pausing|paused|stopping · stopping`,
  ],
  [
    PHASE_MACHINE,
    `planned→executing|completed|failed|blocked|cancelled · blocked→executing|cancelled ·
     executing→completed|failed|blocked|cancelled · completed · failed→executing · cancelled`,
  ],
  [ACCEPTANCE_MACHINE, 'running→passed|failed|canceled · passed · failed · canceled'],
  // No noun of engine.md: what direct-edit mode has in place of a patch.
  [DIRECT_CHANGE_MACHINE, 'captured→queued|kept|dropped · queued→committed|kept|dropped · committed · kept · dropped'],
  // engine.md leaves the workstream open: its state follows from its tasks (src/shared/domain/workstream.ts).
  [
    WORKSTREAM_MACHINE,
    `planned→ready|blocked|executing|skipped|cancelled · blocked→planned|ready|cancelled ·
     ready→executing|skipped|cancelled · executing→validating|completed|failed|cancelled ·
     validating→completed|failed|cancelled · failed→executing · completed · cancelled · skipped`,
  ],
];

function readTable(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text.split('·').map((row) => {
      const [from = '', moves] = row.trim().split('→');
      return [from, moves === undefined ? [] : moves.split('|')];
    }),
  );
}

describe.each(ALLOWED)('$noun', (machine, text) => {
  const table = readTable(text);
  const states = statesOf(machine);

  test('has exactly the states of the rules and begins in the first of them', () => {
    expect([...states].sort()).toEqual([...table.keys()].sort());
    expect(machine.initial).toBe([...table.keys()][0]);
  });

  test('allows exactly the moves of the rules, for every pair of states', () => {
    for (const from of states) {
      for (const to of states) {
        const allowed = table.get(from)?.includes(to) ?? false;
        expect(canMove(machine, from, to), `${from} → ${to}`).toBe(allowed);
        if (allowed) expect(move(machine, from, to, 'id')).toBe(to);
        else expect(() => move(machine, from, to, 'id-7')).toThrow(Bug);
      }
    }
  });

  test('has an end that every state can reach, or none and every state can be reached again', () => {
    const ends = states.filter((state) => isTerminal(machine, state));
    const goals = ends.length > 0 ? ends : [machine.initial];
    for (const state of states)
      expect(
        reachable(machine, state).some((at) => goals.includes(at)),
        state,
      ).toBe(true);
  });

  test('makes a check of the database that takes its states and nothing else', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE t (state TEXT NOT NULL CHECK (${sqlCheck(machine, 'state')})) STRICT`);
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    for (const state of states) expect(insert.run(state).changes).toBe(1);
    for (const other of ['', 'unknown', ...states.map((state) => `${state} `)])
      expect(() => insert.run(other), other).toThrow('CHECK constraint failed');
    db.close();
  });
});

test('no machine is left out', () => {
  expect(new Set(ALLOWED.map(([machine]) => machine))).toEqual(new Set(MACHINES));
});

function reachable(machine: Machine<string>, from: string): readonly string[] {
  const seen = new Set([from]);
  for (const state of seen) for (const next of machine.moves[state] ?? []) seen.add(next);
  return [...seen];
}

test('a refused move names the noun, the id and both states', () => {
  expect(() => move(PATCH_MACHINE, 'created', 'committed', 'PATCH-7')).toThrow(
    'patch PATCH-7 may not move from created to committed',
  );
});

test('PatchLedger transitions work: a patch reaches committed by every step and skips none', () => {
  const way = ['created', 'validated', 'queued', 'applied', 'verified', 'committed'] as const;
  for (const [n, from] of way.entries()) {
    for (const to of way.slice(n + 1)) expect(canMove(PATCH_MACHINE, from, to)).toBe(to === way[n + 1]);
  }
});

test('the diagrams in docs/machines.md are those of the tables', () => {
  expect(readFileSync(MACHINES_PAGE, 'utf8')).toBe(drawMachines());
});
