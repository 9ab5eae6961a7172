// NUnit XML, versions 2.5 and 3, which Pester and dotnet write → failing tests.
import { placeInText } from './place-in-text.ts';
import { readXml, type XmlTag } from './read-xml.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

const FAILED = new Set(['failure', 'failed', 'error']);

interface Case {
  readonly tag: XmlTag;
  message: string;
  stack: string;
}

export function readNunit(xml: string): ReportReading {
  const found = collectFailures();
  let open: Case | null = null;
  const fault = readXml(xml, {
    open(tag) {
      if (tag.name === 'test-case') open = { tag, message: '', stack: '' };
    },
    close(tag, text) {
      if (open === null) return;
      if (tag.name === 'message') open.message = text.trim();
      else if (tag.name === 'stack-trace') open.stack = text;
      else if (tag.name === 'test-case') {
        if (hasFailed(open.tag)) found.fail(failing(open));
        else found.pass();
        open = null;
      }
    },
  });
  return found.reading(fault);
}

function hasFailed({ attributes: { result = '', success = '' } }: XmlTag): boolean {
  return result === '' ? success.toLowerCase() === 'false' : FAILED.has(result.toLowerCase());
}

function failing({ tag: { attributes }, message, stack }: Case) {
  const { fullname, name, description } = attributes;
  const place = placeInText(stack) ?? placeInText(message) ?? { file: null, line: null };
  return { name: fullname ?? name ?? description ?? 'a test without a name', ...place, message };
}
