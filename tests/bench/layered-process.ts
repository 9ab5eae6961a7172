// Our side of the contest with task runners: the process that a plan of so many tasks costs, from its start to its end.
import { layered, NO_OP, withProgram } from './engine-shapes.ts';
import { openProcessEngine } from './process-engine.ts';

const [dir = '', tasks = '', width = '', parallel = ''] = process.argv.slice(2);
const engine = openProcessEngine(dir, 'NORMAL');
await engine.run(withProgram(layered(Number(tasks), Number(width)), NO_OP), Number(parallel));
await engine.close();
