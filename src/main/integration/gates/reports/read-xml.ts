// A bounded walk over XML that may be hostile: no document type, no entities of its own, limited depth and text.
import { SaxesParser } from 'saxes';

export interface XmlTag {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
}

export interface XmlVisitor {
  open(tag: XmlTag): void;
  /** `text` is what stands right inside of it, without the text of its children. */
  close(tag: XmlTag, text: string): void;
}

const MAX_DEPTH = 100;
/** Of one element's own text. */
const MAX_TEXT = 64 * 1024;
/** The parser is fed in pieces, so that it can be left as soon as something is wrong. */
const PIECE = 64 * 1024;

interface Open {
  readonly tag: XmlTag;
  text: string;
}

class Refused extends Error {}

/** Why the rest was not read; null when all of it was. What was visited before counts. */
export function readXml(xml: string, visitor: XmlVisitor): string | null {
  const parser = new SaxesParser();
  const stack: Open[] = [];
  const refuse = (why: string): never => {
    throw new Refused(why);
  };
  parser.on('error', (error) => refuse(`it is no well-formed XML: ${error.message.split('\n')[0] ?? ''}`));
  parser.on('doctype', () => refuse('it has a document type, which reports have no need of'));
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= MAX_DEPTH) refuse(`it is nested deeper than ${MAX_DEPTH} levels`);
    const tag = { name: name.slice(name.indexOf(':') + 1), attributes };
    stack.push({ tag, text: '' });
    visitor.open(tag);
  });
  const addText = (text: string) => {
    const top = stack.at(-1);
    if (top !== undefined && top.text.length < MAX_TEXT) top.text += text.slice(0, MAX_TEXT - top.text.length);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const top = stack.pop();
    if (top !== undefined) visitor.close(top.tag, top.text);
  });
  try {
    const text = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
    for (let from = 0; from < text.length; from += PIECE) parser.write(text.slice(from, from + PIECE));
    parser.close();
    return null;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.message;
    throw thrown;
  }
}
