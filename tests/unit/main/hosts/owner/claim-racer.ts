// One racer for a data folder: says whether it won, then holds what it has until its input ends.
import { acquireOwner } from '../../../../../src/main/hosts/owner/acquire-owner.ts';
import { fakeService } from '../../../../fakes/fake-service.ts';

const [dataDir = ''] = process.argv.slice(2);
const found = await acquireOwner(dataDir);
if (found.owner) found.attach(fakeService({ 'run.list': () => ({ runs: [] }) }));
process.stdout.write(`${JSON.stringify({ owner: found.owner, pid: found.record.pid })}\n`);
process.stdin.resume().on('end', () => {
  if (found.owner) found.release();
  process.exit(0);
});
