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

export function listEvents(): string {
  return `${[
    '# Events',
    'Made by `node build/list-events.ts` from the tables in `src/shared/events`; a test compares it.',
    'The log of a run holds our kinds of events (`patchbay events RUN`). `patchbay export RUN --uet` writes each as a `run_event.v1`: its kind is one of the fifteen of v1, and the payload holds our kind as `type`, the names that other programs know the event by as `names`, and its data.',
    '## Our kinds',
    table(['kind', 'version', 'when', 'exported as', 'other names'], EVENT_KINDS.flatMap(rowsOf)),
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
  return entries.map(({ when, exportedAs, also }, at) => [
    at === 0 ? code(kind) : '',
    at === 0 ? String(eventVersion(kind)) : '',
    when ?? (entries.length > 1 ? 'else' : ''),
    code(exportedAs),
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
