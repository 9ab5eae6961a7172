// What plan and project say about conflicts, and what is wrong with it.
import { describe, expect, it } from 'vitest';
import { checkMergeTool, mergePolicyOf, readMerge } from '../../../../src/shared/plan/read-merge.ts';
import { makeTool } from '../../../fakes/make-tool.ts';

describe('the group merge', () => {
  it('is absent where nobody says anything, and the plan’s word counts before the project’s', () => {
    expect(mergePolicyOf(readMerge(undefined), readMerge({}))).toBeUndefined();
    const plan = readMerge({ on_conflict: ['tool', 'person'] });
    const project = readMerge({ on_conflict: ['person'], tool: 'x', max_tasks: 0 });
    expect(mergePolicyOf(plan, project)).toEqual({ onConflict: ['tool', 'person'], tool: 'x', maxTasks: 0 });
    expect(mergePolicyOf({}, { tool: 'x' })).toEqual({
      onConflict: ['auto', 'tool', 'retry', 'person'],
      tool: 'x',
      maxTasks: 2,
    });
  });

  it('names a tool that the project has and that changes files', () => {
    const tools = new Map([
      ['joiner', makeTool('joiner')],
      ['looker', makeTool('looker', { givesPatch: false })],
    ]);
    const said = (tool: string) => checkMergeTool({ tool }, '/merge/tool', tools);
    expect(said('joiner')).toEqual([]);
    expect(checkMergeTool({}, '/merge/tool', tools)).toEqual([]);
    expect(said('joinr')).toMatchObject([
      { code: 'E_UNKNOWN_TOOL', path: '/merge/tool', advice: 'Did you mean `joiner`?' },
    ]);
    expect(said('looker')).toMatchObject([{ code: 'E_UNKNOWN_TOOL', message: expect.stringContaining('only looks') }]);
    expect(checkMergeTool({ tool: 'zz' }, '/merge/tool', new Map())).toMatchObject([
      { advice: expect.stringContaining('it declares none') },
    ]);
  });
});
