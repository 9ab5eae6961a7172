// A plan → YAML for people: each phase, workstream and task says in a comment where it came from.
import { Document, isMap, isSeq, type Node } from 'yaml';
import { type ImportTrace, lineOf, type PlanRecord } from './import-trace.ts';

export function writePlan(plan: PlanRecord, trace: ImportTrace): string {
  const document = new Document(plan);
  document.commentBefore = ' Imported by Patchbay. Comments name the file and line that each part came from.';
  annotate(document.contents, plan, trace);
  return document.toString({ lineWidth: 0 });
}

const NAMED = ['phase_id', 'workstream_id', 'task_id'];

/** Walks the values and their nodes side by side. */
function annotate(node: unknown, value: unknown, trace: ImportTrace): void {
  if (isSeq(node) && Array.isArray(value)) {
    for (const [index, item] of node.items.entries()) annotate(item, value[index], trace);
  } else if (isMap(node) && typeof value === 'object' && value !== null) {
    const lines = commentOf(value, trace);
    if (lines.length > 0) node.commentBefore = lines.map((line) => ` ${line}`).join('\n');
    for (const pair of node.items) {
      const key = String(Reflect.get(pair.key as Node, 'value')); // every key of a plan is a scalar
      annotate(pair.value, Reflect.get(value, key), trace);
    }
  }
}

function commentOf(record: object, trace: ImportTrace): readonly string[] {
  const from = NAMED.some((name) => Object.hasOwn(record, name)) ? trace.placeOf(record) : null;
  const origin = from === null ? [] : [`${from.document.file}:${lineOf(from)}`];
  return [...origin, ...trace.commentsOf(record)]
    .flatMap((text) => text.split(/\r\n|[\n\r\u2028\u2029]/))
    .map(printable);
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ').trimEnd();
}
