// The language of conditions: what it says, what it refuses and where, and that nothing gets out of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition, type NameTypes, namesIn, parseCondition } from '../../../../src/shared/lib/condition.ts';

const TYPES: NameTypes = { failed: 'number', done: 'number', ready: 'flag', 'lint-ok': 'flag', state: ['good', 'bad'] };
const VALUES = { failed: 0, done: 3, ready: true, 'lint-ok': false, state: 'good' };

function truthOf(text: string): boolean {
  const parsed = parseCondition(text, TYPES);
  if ('fault' in parsed) throw new Error(`${text}: ${parsed.fault.message}`);
  return evaluateCondition(parsed.condition, VALUES);
}

function faultOf(text: string) {
  const parsed = parseCondition(text, TYPES);
  return 'fault' in parsed ? parsed.fault : expect.fail(`${text} was accepted`);
}

describe('conditions', () => {
  it.each([
    ['failed == 0', true],
    ['failed != 0', false],
    ['done > 2', true],
    ['done >= 4', false],
    ['done < 4 and failed <= 0', true],
    ['ready', true],
    ['not ready', false],
    ['not not ready', true],
    ['ready == false', false],
    ['lint-ok or ready', true],
    ['state == "good"', true],
    ["state != 'good'", false],
    ['lint-ok and ready or done == 3', true],
    ['lint-ok and (ready or done == 3)', false],
    ['not (lint-ok or failed > 0) and ready', true],
  ])('%s is %s', (text, expected) => expect(truthOf(text)).toBe(expected));

  it.each([
    ['faild == 0', 1, 'There is no `faild`.', 'Did you mean `failed`?'],
    ['failed = 0', 8, '`=` is not part', 'Write `==`'],
    ['failed == 0 && ready', 13, '`&&` is not part', 'Write `and`.'],
    ['!ready', 1, '`!` is not part', 'Write `not`'],
    ['failed', 1, 'neither true nor false', '`failed == 0`'],
    ['failed == "0"', 11, 'compared with a whole number', 'Write a number'],
    ['failed == 1.5', 11, '`1` is not part', ''],
    ['ready == 1', 10, 'is true or false', 'not ready'],
    ['state == good', 10, '`good` needs quotes', 'Write "good".'],
    ['state == "ugly"', 10, 'is never `"ugly"`', '"good" or "bad"'],
    ['state < "good"', 7, 'compares numbers', '`==` or `!=`'],
    ['(failed == 0', 13, 'ends too early', 'Close the parenthesis.'],
    ['failed == 0)', 12, 'not expected', 'Join comparisons'],
    ['failed == 0 ready', 13, 'not expected', 'Join comparisons'],
    ['', 1, 'ends too early', 'begins with a name'],
    ['and ready', 1, 'not expected', 'begins with a name'],
    ['state == "good', 10, '`"` is not part', 'Close the quote.'],
    ['constructor == 0', 1, 'There is no `constructor`.', ''],
    ['process.exit()', 1, 'There is no `process.exit`.', ''],
  ])('%s is refused at column %i', (text, column, message, advice) => {
    const fault = faultOf(text);
    expect(fault.message).toContain(message);
    expect(fault.advice).toContain(advice);
    expect(fault.column).toBe(column);
  });

  it('have a limit on length and depth', () => {
    expect(faultOf(`ready${' and ready'.repeat(60)}`).message).toContain('500 are allowed');
    expect(faultOf(`${'('.repeat(30)}ready${')'.repeat(30)}`).message).toContain('nested deeper');
  });

  it('name what they look at, each once', () => {
    const parsed = parseCondition('failed == 0 and not (ready or failed > 3)', TYPES);
    expect('condition' in parsed && namesIn(parsed.condition)).toEqual(['failed', 'ready']);
  });

  it('mean what a reader of the same words would say', () => {
    const leaf = fc.constantFrom('ready', 'lint-ok', 'failed == 0', 'done > 5', 'state == "good"');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        tie('tree').map((one) => `not (${one})`),
        fc.tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
      ),
    }));
    const truth = (text: string): boolean => {
      const plain = text
        .replaceAll('lint-ok', 'false')
        .replaceAll('ready', 'true')
        .replaceAll('failed == 0', 'true')
        .replaceAll('done > 5', 'false')
        .replaceAll('state == "good"', 'true');
      return reduce(plain);
    };
    fc.assert(
      fc.property(tree, (text) => {
        if (text.length <= 500) expect(truthOf(text)).toBe(truth(text));
      }),
      { numRuns: 500 },
    );
  });

  it('never do anything but parse or refuse', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const parsed = parseCondition(text, TYPES);
        if ('condition' in parsed) expect(typeof evaluateCondition(parsed.condition, VALUES)).toBe('boolean');
        else expect(parsed.fault.column).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Works `true and (not (false))` out by rewriting, without a parser. */
function reduce(text: string): boolean {
  let at = text;
  for (let before = ''; before !== at; ) {
    before = at;
    at = at
      .replace(/\((true|false)\)/g, '$1')
      .replace(/not (true|false)(?! *\()/g, (_, word) => (word === 'true' ? 'false' : 'true'))
      .replace(/(^|\()(true|false) (and|or) (true|false)(?=$|\))/g, (_, open, a, op, b) => {
        const [x, y] = [a === 'true', b === 'true'];
        return `${open}${op === 'and' ? x && y : x || y}`;
      });
  }
  return at === 'true';
}
