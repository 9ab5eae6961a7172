// Adds effects to the outbox and takes out those whose outcome is known.
import type { Database } from 'better-sqlite3';
import type { OutboxEntry } from '../../shared/ports/store.ts';
import { prepareBulkInsert } from './bulk-insert.ts';

export function prepareAddEffects(db: Database): (effects: readonly OutboxEntry[]) => void {
  const insert = prepareBulkInsert(db, {
    into: 'INSERT INTO outbox (effect_id, run_id, kind, body) VALUES',
    width: 4,
    tail: '',
  });
  return (effects) => insert(effects.flatMap((effect) => [effect.effectId, effect.runId, effect.kind, effect.body]));
}

/** Ids that are not in the outbox are nothing: an outcome may be reported twice. */
export function prepareDropEffects(db: Database): (effectIds: readonly string[]) => void {
  const drop = db.prepare('DELETE FROM outbox WHERE effect_id = ?');
  return (effectIds) => {
    for (const effectId of effectIds) drop.run(effectId);
  };
}
