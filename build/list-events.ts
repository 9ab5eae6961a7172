// Writes docs/events.md, our kinds of events and the names of others: run it after changing a kind or a name.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABSENT_NAMES } from '../src/shared/events/absent-names.ts';
import {
  BUS_NAMES,
  type EventName,
  FURTHER_NAMES,
  RUN_EVENT_KINDS,
  TRANSITION_NAMES,
} from '../src/shared/events/event-names.ts';
import { EVENT_KINDS, EVENT_WORDS, type Words } from '../src/shared/events/event-words.ts';
import { EVENT_HISTORY, eventVersion } from '../src/shared/events/read-event.ts';

export const EVENTS_PAGE = join(import.meta.dirname, '..', 'docs', 'events.md');

const PAYLOAD: readonly (readonly string[])[] = [
  ['`type`', 'our kind'],
  ['`names`', 'the other names that the event answers to'],
  ['`severity`', '`info`, `warning` or `error`'],
  ['`message`', 'a sentence for people'],
  ['`seq`', 'its number in the ledger'],
  ['`entity`, `entity_id`', 'what it is about: a run, workstream, task, attempt, patch or gate run'],
  ['`from_state`, `to_state`', 'the state of that entity before and after; null before what is new'],
  ['`phase_id`, `workstream_id`, `task_id`', "the plan's ids, where it is about one"],
  ['`execution_request_id`, `tool_id`, `patch_id`', 'of the attempt or patch it is about'],
  [
    '`worker_id`',
    'the worker that the attempt is given to; `slot-2` and the like in runs from before there were workers',
  ],
  ['`data`', 'the data of our kind'],
];

export function listEvents(): string {
  return `${[
    '# Events',
    'Made by `node build/list-events.ts` from the tables in `src/shared/events`; a test compares it.',
    'The log of a run holds our kinds of events (`patchbay events RUN`). `patchbay export RUN --uet` writes each as a `run_event.v1`: its kind is one of the fifteen of v1, and the payload holds the rest:',
    table(['field of the payload', 'holds'], PAYLOAD),
    '## Our kinds',
    table(['kind', 'version', 'when', 'exported as', 'severity', 'other names'], EVENT_KINDS.flatMap(rowsOf)),
    '## Older versions',
    'Events that were stored in an older form are brought up to the newest when they are read.',
    table(['kind', 'version', 'what the next one knows'], EVENT_KINDS.flatMap(stepsOf)),
    ...section('The kinds of `run_event.v1`', RUN_EVENT_KINDS),
    ...section('The names of the event bus', BUS_NAMES),
    ...section('Moves of state and severities', TRANSITION_NAMES),
    ...section('Further names', FURTHER_NAMES),
  ].join('\n\n')}\n`;
}

function rowsOf(kind: (typeof EVENT_KINDS)[number]): readonly (readonly string[])[] {
  const entries: readonly Words<never>[] = EVENT_WORDS[kind];
  return entries.map(({ when, exportedAs, severity, also }, at) => [
    at === 0 ? code(kind) : '',
    at === 0 ? String(eventVersion(kind)) : '',
    when ?? (entries.length > 1 ? 'else' : ''),
    code(exportedAs),
    severity ?? 'info',
    also.map(code).join(' '),
  ]);
}

function stepsOf(kind: (typeof EVENT_KINDS)[number]): readonly (readonly string[])[] {
  return (EVENT_HISTORY[kind] ?? []).map(({ change }, at) => [code(kind), String(at + 1), change]);
}

function section(title: string, names: readonly EventName[]): readonly string[] {
  return [
    `## ${title}`,
    table(
      ['name', 'our kind, or why there is none'],
      names.map((name) => [code(name), meaning(name)]),
    ),
  ];
}

function meaning(name: EventName): string {
  const kinds = EVENT_KINDS.filter((kind) => {
    const entries: readonly Words<never>[] = EVENT_WORDS[kind];
    return entries.some(({ exportedAs, also }) => exportedAs === name || also.some((other) => other === name));
  });
  return kinds.map(code).join(' ') || (ABSENT_NAMES[name] ?? '');
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) writeFileSync(EVENTS_PAGE, listEvents());
