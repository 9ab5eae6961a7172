// Order from words: "after X", "depends on X", "once X is done", a bare mention of X, or of a file that X makes.
import { isLiteral, normaliseGlob } from '../lib/glob.ts';
import type { NodeText, OrderNode } from './order-nodes.ts';
import type { OrderReason } from './order-reason.ts';

/** Longer texts are read up to here. */
const MAX_TEXT = 20_000;

export function textReasons(nodes: readonly OrderNode[]): readonly OrderReason[] {
  const labels = indexLabels(nodes);
  const makers = indexMakers(nodes);
  return nodes.flatMap((node) =>
    node.texts.flatMap((one) => [...mentionReasons(node, one, labels), ...fileReasons(node, one, makers)]),
  );
}

interface Label {
  readonly node: OrderNode;
  readonly words: readonly string[];
  readonly isId: boolean;
}

/** Labels by their words, and the numbers of words that labels have, the greatest first. */
interface Labels {
  readonly byWords: ReadonlyMap<string, readonly Label[]>;
  readonly lengths: readonly number[];
}

/** In lower case. A name counts when it has several words and belongs to one node. */
function indexLabels(nodes: readonly OrderNode[]): Labels {
  const names = Map.groupBy(nodes, (node) => node.name.toLowerCase());
  const labels = nodes.flatMap((node): readonly Label[] => {
    const id = { node, words: wordsOf(node.id).map((one) => one.word), isId: true };
    const name = { node, words: wordsOf(node.name).map((one) => one.word), isId: false };
    const isOwn = name.words.length > 1 && node.name.length >= 8 && names.get(node.name.toLowerCase())?.length === 1;
    return isOwn ? [id, name] : [id];
  });
  const lengths = [...new Set(labels.map((label) => label.words.length))].filter((length) => length > 0);
  return {
    byWords: Map.groupBy(labels, (label) => label.words.join(' ')),
    lengths: lengths.sort((a, b) => b - a),
  };
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

interface Mention {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

function mentionReasons(node: OrderNode, { text, pointer }: NodeText, labels: Labels): readonly OrderReason[] {
  const read = text.slice(0, MAX_TEXT);
  let last: { readonly end: number; readonly meaning: Meaning } | null = null;
  return mentionsIn(read, node, labels).flatMap((mention): readonly OrderReason[] => {
    const goesOn =
      last !== null && /^["'`”’)]*\s*(?:,|and|&|,\s*and|or)\s*["'`“‘(]*$/.test(read.slice(last.end, mention.start));
    const meaning: Meaning = goesOn && last !== null ? last.meaning : meaningOf(read, mention);
    last = { end: mention.end, meaning };
    const other = mention.label.node;
    if (meaning === 'none') return [];
    // An id that is a plain word is only taken for one where the sentence speaks of order.
    const isPlain = mention.label.isId && /^\p{L}+$/u.test(other.id);
    if (meaning === 'bare' && (isPlain || !mention.label.isId)) return [];
    const confidence = meaning === 'bare' ? 0.4 : mention.label.isId ? 0.9 : 0.8;
    const [before, after] = meaning === 'before' ? [node, other] : [other, node];
    const words = `The text of \`${node.id}\` says: “${excerpt(read, mention)}”.`;
    return [{ rule: meaning === 'bare' ? 'mention' : 'text', before, after, confidence, words, pointer, at: node }];
  });
}

/** The longest label of another node at each place: a sentence that is its own task's name must not hide what it names. */
function mentionsIn(text: string, own: OrderNode, labels: Labels): readonly Mention[] {
  const words = wordsOf(text);
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const label = labelAt(words, at, { own, labels });
    const end = label === undefined ? undefined : words[at + label.words.length - 1]?.end;
    if (label === undefined || end === undefined) continue;
    found.push({ label, start: words[at]?.start ?? 0, end });
    at += label.words.length - 1;
  }
  return found;
}

interface LabelQuestion {
  readonly own: OrderNode;
  readonly labels: Labels;
}

function labelAt(words: readonly Word[], at: number, { own, labels }: LabelQuestion): Label | undefined {
  for (const length of labels.lengths) {
    if (at + length > words.length) continue;
    const key = words
      .slice(at, at + length)
      .map((one) => one.word)
      .join(' ');
    const label = labels.byWords.get(key)?.find((one) => one.node !== own);
    if (label !== undefined) return label;
  }
  return undefined;
}

type Meaning = 'after' | 'before' | 'bare' | 'none';

const BETWEEN = String.raw`(?:(?:the|that|both|of|completion of|completing|finishing|merging|outputs? of|results? of|changes? (?:of|from|in))\s+)*(?:(?:task|workstream|step|bundle)s?\s+)?["'\x60“‘(]*$`;
const AFTER = new RegExp(
  String.raw`\b(?:after|following|depend(?:s|ing|ent)? (?:up)?on|requires?|needs?|once|when|builds? (?:up)?on|based (?:up)?on|blocked by|wait(?:s|ing)? (?:for|on)|prerequisites?:?)\s+${BETWEEN}`,
  'i',
);
const BEFORE = new RegExp(
  String.raw`\b(?:before|blocks|unblocks|precedes|ahead of|prerequisite (?:of|for))\s+${BETWEEN}`,
  'i',
);
const DONE =
  /^["'`”’)]*\s+(?:must|has to|have to|needs? to|should|is|are|has been)\s+(?:be\s+|been\s+)?(?:done|finished|completed?|merged|landed|in place|ready)\b/i;
const NOT = /\b(?:not|never|no longer|without|independent(?:ly)? (?:of|from)|regardless of|instead of)\b|n['’]t\b/i;

function meaningOf(text: string, { start, end }: Mention): Meaning {
  const before = text.slice(Math.max(0, start - 120), start);
  // A dot inside a name ends no sentence: a space has to follow it.
  const sentence = before.split(/[.;!?]\s|\n/).at(-1) ?? before;
  if (NOT.test(sentence)) return 'none';
  if (BEFORE.test(sentence)) return 'before';
  return AFTER.test(sentence) || DONE.test(text.slice(end, end + 60)) ? 'after' : 'bare';
}

function excerpt(text: string, { start, end }: Mention): string {
  const from = Math.max(0, start - 40);
  const to = Math.min(text.length, end + 20);
  const cut = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}

/** Who makes a file, by its path, and by its name where only one such file is made. */
function indexMakers(nodes: readonly OrderNode[]): ReadonlyMap<string, OrderNode> {
  const made = nodes.flatMap((node) =>
    node.create
      .map(normaliseGlob)
      .filter(isLiteral)
      .map((path) => ({ path: path.toLowerCase(), node })),
  );
  const byName = Map.groupBy(made, ({ path }) => path.split('/').at(-1) ?? path);
  const short = [...byName].flatMap(([name, files]) => {
    const [only] = files;
    return files.length === 1 && only !== undefined && /\.\w/.test(name) ? [[name, only.node] as const] : [];
  });
  return new Map([...short, ...made.map(({ path, node }) => [path, node] as const)]);
}

function fileReasons(
  node: OrderNode,
  { text, pointer }: NodeText,
  makers: ReadonlyMap<string, OrderNode>,
): readonly OrderReason[] {
  return wordsOf(text.slice(0, MAX_TEXT)).flatMap(({ word }): readonly OrderReason[] => {
    const maker = makers.get(word);
    if (maker === undefined || maker === node) return [];
    const words = `The text of \`${node.id}\` names \`${word}\`, which \`${maker.id}\` makes.`;
    return [{ rule: 'file-mention', before: maker, after: node, confidence: 0.6, words, pointer }];
  });
}
