// Where a level asks for it, a change of anything else comes with a change of the documentation.
import { matchAny } from '../../../../shared/lib/glob.ts';
import { finding, type Rule, touchedPaths } from '../rule.ts';

const DOCUMENTS = ['**/*.{md,mdx,rst,adoc,txt}', '{doc,docs}/**', '**/CHANGELOG*'];

export const docUpdateRule: Rule = {
  name: 'doc-update',
  part: 'constraints',
  check(facts) {
    const paths = touchedPaths(facts);
    const isDocument = matchAny(DOCUMENTS, 'ignore');
    if (!facts.constraints.requireDocUpdate || paths.length === 0 || paths.some((path) => isDocument(path))) return [];
    return [
      finding(
        { rule: 'doc-update' },
        'The patch changes no documentation, which `require_doc_update` asks for',
        'Change a document with it (Markdown, a file below docs/), or turn `require_doc_update` off.',
      ),
    ];
  },
};
