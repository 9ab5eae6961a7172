import assert from 'node:assert/strict';
import test from 'node:test';
import { menu, tea } from '../src/menu.js';

test('every tea has a name and a price', () => {
  for (const one of menu()) {
    assert.ok(one.name.length > 0);
    assert.ok(Number.isInteger(one.cents) && one.cents > 0);
  }
});

test('no two teas share an id', () => {
  const ids = menu().map((one) => one.id);
  assert.equal(new Set(ids).size, ids.length);
});

test('an unknown tea is refused by name', () => {
  assert.throws(() => tea('coffee'), /coffee/);
});
