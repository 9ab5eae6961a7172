// Plans are found by name, wherever they lie but not in other people's folders.
import { expect, it } from 'vitest';
import { findPlans } from '../../../../src/main/projects/find-plans.ts';
import { put, tempPlace } from './temp-place.ts';

const place = tempPlace();

it('finds YAML and JSON plans below the root, with / in their paths, sorted', () => {
  put(place, {
    'b.plan.json': '',
    'plans/größe/a.plan.yaml': '',
    'plans/x.plan.yml': '',
    'plans/notes.yaml': '',
    'node_modules/m/c.plan.yaml': '',
    '.git/d.plan.yaml': '',
  });
  expect(findPlans(place)).toEqual(['b.plan.json', 'plans/größe/a.plan.yaml', 'plans/x.plan.yml']);
});

it('finds nothing in a folder that is not there', () => {
  expect(findPlans(`${place}/nowhere`)).toEqual([]);
});
