// Which files hold tests, by the habits of all languages.

const FOLDER = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|integration-tests?|unit-tests?|testing)\//i;
const NAME =
  /(?:[._-](?:test|tests|spec|specs|e2e|cy)\.[a-z]+|(?:^|\/)test_[^/]*\.py|(?:Test|Tests|TestCase|Spec|IT)\.(?:java|kt|kts|cs|fs|vb|scala|groovy|swift|php)|_(?:test|spec)\.[a-z]+|\.bats)$/;
const CODE =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|cs|fs|vb|scala|groovy|swift|php|exs?|ps1|psm1|sh|bash|bats|c|cc|cpp|cxx|lua|pl|t|dart|jl|r|feature|vue|svelte)$/i;

/** Code with tests; not the data beside it. */
export function isTestFile(path: string): boolean {
  return CODE.test(path) && (NAME.test(path) || FOLDER.test(path));
}
