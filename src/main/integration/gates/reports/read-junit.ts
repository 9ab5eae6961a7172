// JUnit XML as common runners write it → failing tests.
import { isSameFile, placeInText } from './place-in-text.ts';
import { readXml, type XmlTag } from './read-xml.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

/** Suites that stand in each other, at most; deeper ones lose their names. */
const MAX_SUITES = 20;

interface Case {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  failure: { message: string; text: string } | null;
  skipped: boolean;
}

export function readJunit(xml: string): ReportReading {
  const found = collectFailures();
  const suites: XmlTag[] = [];
  let open: Case | null = null;
  const fault = readXml(xml, {
    open(tag) {
      if (tag.name === 'testsuite' && suites.length < MAX_SUITES) suites.push(tag);
      else if (tag.name === 'testcase') open = newCase(tag, suites);
      else if (open !== null && tag.name === 'skipped') open.skipped = true;
      else if (open !== null && isFailure(tag)) open.failure ??= { message: messageOf(tag), text: '' };
    },
    close(tag, text) {
      if (tag.name === 'testsuite' && suites.at(-1) === tag) suites.pop();
      else if (open !== null && isFailure(tag) && open.failure?.text === '') open.failure.text = text;
      else if (tag.name === 'testcase' && open !== null) {
        if (open.failure === null || open.skipped) found.pass();
        else found.fail(failing(open, open.failure));
        open = null;
      }
    },
  });
  return found.reading(fault);
}

function isFailure({ name }: XmlTag): boolean {
  return name === 'failure' || name === 'error';
}

function messageOf({ attributes }: XmlTag): string {
  const { message = '', type = '' } = attributes;
  return message === '' ? type : message;
}

function newCase({ attributes }: XmlTag, suites: readonly XmlTag[]): Case {
  const { name = '', classname = '', file, line } = attributes;
  const inner = suites.at(-1)?.attributes;
  const outer = classname !== '' && classname !== 'test' ? classname : (inner?.name ?? '');
  return {
    name: [outer === name ? '' : outer, name || 'a test without a name'].filter((one) => one !== '').join(' > '),
    file: file ?? inner?.file ?? inner?.filepath ?? null,
    line: line === undefined ? null : Number(line),
    failure: null,
    skipped: false,
  };
}

/** The text's own place is where the assertion stands; the attributes say where the test begins. */
function failing({ name, file, line }: Case, failure: { readonly message: string; readonly text: string }) {
  const spoken = placeInText(failure.text, file) ?? (file === null ? placeInText(failure.text) : null);
  const text = failure.message === '' ? failure.text.trim() : failure.message;
  const at = spoken !== null && (file === null || isSameFile(spoken.file, file)) ? spoken : { file, line };
  return { name, file: at.file, line: at.line, message: text };
}
