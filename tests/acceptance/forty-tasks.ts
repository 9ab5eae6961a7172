// A repository and a plan of forty tasks (chain, diamond, wide wave), and what has to come out of them.
import type { FileSpec } from '../fakes/temp-repository.ts';
import { commandTask, scriptTask, type TaskDocument } from './plan-document.ts';

/** Content by path; what a checkout holds. */
export type Tree = Map<string, string>;

export const START_FILES: Readonly<Record<string, FileSpec>> = {
  'README.md': '# Grüße\n',
  'log.txt': 'start\n',
  'old/left.txt': 'left\n',
  'old/right.txt': 'right\n',
  'old/gone.txt': 'gone\n',
  'words/straße.txt': 'eins zwei drei\n',
  'tools/shout.js': `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
const [from, to] = process.argv.slice(2);
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, readFileSync(from, 'utf8').toUpperCase());
`,
  'tools/check.js': `import { existsSync } from 'node:fs';
if (!existsSync('log.txt')) { console.log('log.txt is missing'); process.exit(1); }
console.log('checked');
`,
  'package.json': '{ "type": "module" }\n',
};

interface Step {
  readonly task: TaskDocument;
  /** The same change by hand. */
  readonly byHand: (tree: Tree) => void;
}

const CHAIN = Array.from({ length: 8 }, (_, at) => at);
const WAVE = Array.from({ length: 24 }, (_, at) => at);

/** In plan order; forty in all. */
export const STEPS: readonly Step[] = [...chain(), ...diamond(), ...wave(), ...after()];

export const FORTY_GATES = [{ gate_id: 'check', command: ['node', 'tools/check.js'] }];

/** The checkout after every change has been made by hand, one after another. */
export function treeByHand(): Tree {
  const tree: Tree = new Map(Object.entries(START_FILES).map(([path, spec]) => [path, String(spec)]));
  for (const { byHand } of STEPS) byHand(tree);
  return tree;
}

function chain(): readonly Step[] {
  return CHAIN.map((at) => ({
    task: scriptTask(`chain-${at}`, [{ append: 'log.txt', text: `step ${at}\n` }], {
      ...(at === 0 ? {} : { depends_on: [`chain-${at - 1}`] }),
      ...(at === 7 ? { gates: ['check'] } : {}),
    }),
    byHand: (tree) => void tree.set('log.txt', `${tree.get('log.txt')}step ${at}\n`),
  }));
}

function diamond(): readonly Step[] {
  const move = (side: string) => ({
    task: scriptTask(`${side}-side`, [{ move: `old/${side}.txt`, to: `new/${side} side.txt` }], {
      depends_on: ['top'],
    }),
    byHand: (tree: Tree) => {
      tree.set(`new/${side} side.txt`, String(tree.get(`old/${side}.txt`)));
      tree.delete(`old/${side}.txt`);
    },
  });
  const words = 'words/straße.txt';
  return [
    {
      task: scriptTask('top', [{ replace: words, find: 'zwei', with: 'ZWEI' }]),
      byHand: (tree) => void tree.set(words, 'eins ZWEI drei\n'),
    },
    move('left'),
    move('right'),
    {
      task: commandTask('bottom', ['node', 'tools/shout.js', words, 'words/loud.txt'], {
        depends_on: ['left-side', 'right-side'],
        gates: ['check'],
      }),
      byHand: (tree) => void tree.set('words/loud.txt', String(tree.get(words)).toUpperCase()),
    },
  ];
}

function wave(): readonly Step[] {
  return WAVE.map((at) => {
    const path = `wave/größe ${at}.txt`;
    if (at % 8 !== 7) {
      const task = scriptTask(`wave-${at}`, [{ write: path, text: `${at}\n` }], {
        gates: at % 6 === 0 ? ['check'] : [],
      });
      return { task, byHand: (tree: Tree) => void tree.set(path, `${at}\n`) };
    }
    const task = commandTask(`wave-${at}`, ['node', 'tools/shout.js', 'README.md', path]);
    return { task, byHand: (tree: Tree) => void tree.set(path, '# GRÜSSE\n') };
  });
}

function after(): readonly Step[] {
  const everyWave = WAVE.map((at) => `wave-${at}`);
  return [
    {
      task: scriptTask('tidy', [{ delete: 'old/gone.txt' }], { depends_on: everyWave }),
      byHand: (tree) => void tree.delete('old/gone.txt'),
    },
    {
      task: scriptTask('sum-up', [{ write: 'SUMMARY.md', text: 'Done: ✓\n' }], { depends_on: ['tidy', 'chain-7'] }),
      byHand: (tree) => void tree.set('SUMMARY.md', 'Done: ✓\n'),
    },
    {
      task: commandTask('shout-it', ['node', 'tools/shout.js', 'SUMMARY.md', 'SUMMARY.md'], { depends_on: ['sum-up'] }),
      byHand: (tree) => void tree.set('SUMMARY.md', 'DONE: ✓\n'),
    },
    {
      task: scriptTask('last', [{ replace: 'README.md', find: 'Grüße', with: 'Viele Grüße' }], {
        depends_on: ['shout-it', 'bottom'],
        gates: ['check'],
      }),
      byHand: (tree) => void tree.set('README.md', '# Viele Grüße\n'),
    },
  ];
}
