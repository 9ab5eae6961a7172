// Checks a bundle that `patchbay export RUN` wrote, with Node 18 or newer and nothing else:
//   node verify.mjs [sha256 of manifest.json, as it was told to you]
// It proves that no byte of the bundle was changed, that the events are chained without a gap, that every diff is the
// one its event speaks of, and that ledger, log and git name the same commits. It says nothing about who wrote them.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const FIRST = '0'.repeat(64);

/** Everything wrong with the bundle in `folder`, in sentences; empty when nothing is. */
export function verify(folder, toldSha256) {
  const problems = [];
  const bytes = (path) => readFileSync(join(folder, ...path.split('/')));
  const lines = (path) =>
    bytes(path)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  try {
    const manifest = checkFiles(folder, bytes, toldSha256, problems);
    const events = lines('events.jsonl');
    checkChain(events, lines('links.jsonl'), manifest, problems);
    checkDiffs(events, manifest, bytes, problems);
    const entries = lines('ledger.jsonl');
    checkLedger(events, entries, problems);
    checkGit(entries, events, JSON.parse(bytes('git.json')), problems);
  } catch (error) {
    problems.push(`the bundle cannot be read: ${error.message}`);
  }
  return problems;
}

/** The manifest is what it was, every file it names is what it was, and there is no other. */
function checkFiles(folder, bytes, told, problems) {
  const content = bytes('manifest.json');
  const sum = sha256(content);
  if (`${sum}  manifest.json\n` !== bytes('manifest.sha256').toString()) problems.push('manifest.json was changed');
  if (told !== undefined && told !== sum)
    problems.push(`manifest.json has the sha256 ${sum}, not the one you were told`);
  const manifest = JSON.parse(content);
  const named = new Set(['manifest.json', 'manifest.sha256']);
  for (const file of manifest.files) {
    named.add(file.path);
    if (!existsSync(join(folder, file.path))) problems.push(`${file.path} is missing`);
    else if (sha256(bytes(file.path)) !== file.sha256) problems.push(`${file.path} was changed`);
  }
  for (const found of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(found.parentPath ?? found.path, found.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (found.isFile() && !named.has(path)) problems.push(`${path} does not belong to the bundle`);
  }
  return manifest;
}

/** The hash of an event covers the one before it and all it says; each text is led by its length in UTF-16 units. */
function eventHash(row) {
  const field = (text) => (text === null ? '|-' : `|${text.length}:${text}`);
  const before = [row.event_id, row.run_id, row.event_type, row.timestamp, row.source, row.entity, row.entity_id];
  const version = row.version === 1 ? '' : `|v${row.version}`;
  return sha256(`${row.prev_hash}${row.seq}${before.map(field).join('')}${field(row.payload)}${version}`);
}

/** Events of the run are whole; of those of other runs between them only the hashes are here, which keep their places. */
function checkChain(events, links, manifest, problems) {
  for (const event of events) {
    if (eventHash(event) !== event.hash) problems.push(`event ${event.seq} is not what was written`);
    if (event.run_id !== manifest.run_id) problems.push(`event ${event.seq} belongs to another run`);
  }
  const chain = [...events.map((event) => ({ first: event.seq, ...event })), ...links].sort(
    (a, b) => a.first - b.first,
  );
  let last = null;
  for (const link of chain) {
    if (link.first === 1 && link.prev_hash !== FIRST) problems.push('event 1 follows something');
    if (last !== null && link.first !== last.seq + 1) problems.push(`events after ${last.seq} are missing`);
    else if (last !== null && link.prev_hash !== last.hash)
      problems.push(`event ${link.first} does not follow ${last.seq}`);
    last = link;
  }
  if (events.length !== manifest.events) problems.push(`there are ${events.length} events, not ${manifest.events}`);
  if (events.at(-1)?.seq !== manifest.last_seq) problems.push(`the last event is not ${manifest.last_seq}`);
}

const dataOf = (event) => JSON.parse(event.payload);
const ofKind = (events, kind) => events.filter((event) => event.event_type === kind);

/** Every diff that the log speaks of is here, byte for byte, and no other. */
function checkDiffs(events, manifest, bytes, problems) {
  const created = ofKind(events, 'patch-created');
  for (const event of created) {
    const diff = bytes(`patches/${event.entity_id}.patch`);
    const { sha256: wanted, bytes: size } = dataOf(event);
    if (sha256(diff) !== wanted) problems.push(`the diff of patch ${event.entity_id} is not the recorded one`);
    if (diff.length !== size)
      problems.push(`the diff of patch ${event.entity_id} has ${diff.length} bytes, not ${size}`);
  }
  const files = manifest.files.filter(({ path }) => path.startsWith('patches/')).length;
  if (files !== created.length) problems.push(`there are ${files} diffs for ${created.length} patches`);
}

/** The history of each ledger entry is chained in itself, and ends where the log says. */
function checkLedger(events, entries, problems) {
  const commits = new Map(ofKind(events, 'patch-committed').map((event) => [event.entity_id, dataOf(event).commit]));
  for (const { patch_id: patch, state, state_history, commit_sha } of entries) {
    let hash = '';
    const history = JSON.parse(state_history);
    for (const entry of history) {
      hash = sha256(`${hash}\n${entry.state}\n${entry.at}\n${entry.reason}`);
      if (hash !== entry.hash) problems.push(`the history of patch ${patch} was changed at ${entry.state}`);
    }
    if (history.at(-1)?.state !== state) problems.push(`patch ${patch} is ${state}, its history ends otherwise`);
    if ((commits.get(patch) ?? null) !== commit_sha) problems.push(`patch ${patch} has another commit in the log`);
  }
  const created = ofKind(events, 'patch-created').length;
  if (created !== entries.length) problems.push(`there are ${entries.length} ledger entries for ${created} patches`);
}

/** The commits that git had on the run's line are the committed patches and direct edits, one each, in one line. */
function checkGit(entries, events, git, problems) {
  const committed = new Map(
    entries.filter(({ state }) => state === 'committed').map((one) => [one.commit_sha, one.patch_id]),
  );
  for (const event of ofKind(events, 'direct-change-committed')) committed.set(dataOf(event).commit, event.entity_id);
  let wanted = git.head;
  for (const { commit, parent, trailers } of git.commits) {
    if (commit !== wanted) problems.push(`commit ${commit} is not in one line with the others`);
    const change = trailers['Patchbay-Patch'] ?? trailers['Patchbay-Change'];
    if (committed.get(commit) !== change) problems.push(`commit ${commit} is not the one of ${change}`);
    wanted = parent;
  }
  if (wanted !== git.base) problems.push(`the line of commits does not begin at ${git.base}`);
  if (git.commits.length !== committed.size)
    problems.push(`git has ${git.commits.length} commits, the ledger ${committed.size}`);
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const problems = verify(dirname(fileURLToPath(import.meta.url)), argv[2]);
  for (const problem of problems) console.log(`WRONG  ${problem}`);
  console.log(problems.length === 0 ? 'ok: nothing in this bundle was changed' : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
