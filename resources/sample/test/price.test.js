import assert from 'node:assert/strict';
import test from 'node:test';
import { linePrice, money, total } from '../src/price.js';

test('a line costs its tea times its count', () => {
  assert.equal(linePrice({ tea: 'assam', count: 2 }), 640);
});

test('an order costs the sum of its lines', () => {
  assert.equal(total([{ tea: 'assam', count: 1 }, { tea: 'mint', count: 1 }]), 660);
});

test('cents are shown with two digits', () => {
  assert.equal(money(740), '7.40');
});
