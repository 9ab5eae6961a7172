// Words in an added line by which a test, a gate or a check is left out, or made to pass whatever it finds.
import { isTestFile } from './test-file.ts';

export interface Mark {
  readonly where: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly message: string;
  readonly advice: string;
  /** Ordinary enough in good code to be told only: always, or where the test is a new one. */
  readonly told?: 'always' | 'new';
}

/** Any mark holds one of these: one look at a line instead of twenty. */
export const MARK_WORDS =
  /skip|only|todo|fixme|fail|\bx(?:it|test|describe|context|specify)\b|\bf(?:it|describe|context)\b|ignore|disable|pending|incomplete|inconclusive|assum|xfail|runif|expect\(|assert|\|\||set\s+\+e|exit|continue|verify|tests?\b|husky|required|blocking|nocheck|noqa|nosec|nosemgrep|nosonar|lint|lgtm|gitleaks|allow|suppress|no\s*cover|true/i;

const RUN_IT = 'Let it run; if it must not, say why in the task.';
const FIX_IT = 'Mend what the check finds.';

const of = (pattern: RegExp) => (path: string) => pattern.test(path);
/** Where commands stand: scripts, builds, pipelines and settings of tools. */
const commands = of(
  /(?:\.(?:sh|bash|zsh|bats|mk|ya?ml|toml|ps1|cmd|bat)|(?:^|\/)(?:package\.json|Makefile|GNUmakefile|justfile|Dockerfile[^/]*|Containerfile|Jenkinsfile|tox\.ini|Procfile|Rakefile|noxfile\.py|\.husky\/[^/]+|\.githooks\/[^/]+))$/i,
);
const anywhere = () => true;

export const WEAKENING_MARKS: readonly Mark[] = [
  {
    where: isTestFile,
    pattern:
      /(?:^|[^\w.$])(?:(?:it|test|describe|context|suite|specify|scenario|bench)(?:\.\w+)*\.(?:skip|todo|fixme|failing|fails)\b|\.skipIf\(\s*(?:true|1)\b|x(?:it|test|describe|context|specify)\s*\()/,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  {
    where: isTestFile,
    pattern: /(?:^|[^\w.$])(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.(?:skipIf|runIf)\b/,
    message: 'A test is left out in some places',
    advice: RUN_IT,
    told: 'new',
  },
  {
    where: isTestFile,
    pattern: /(?:^|[^\w.$])(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.(?:skipIf|runIf)\b/,
    message: 'A test is left out in some places',
    advice: RUN_IT,
    told: 'new',
  },
  {
    where: of(/\.pyi?$/),
    pattern: /@(?:pytest\.mark\.skipif|unittest\.skip(?:If|Unless))\b(?!\(\s*True)/,
    message: 'A test is left out in some places',
    advice: RUN_IT,
    told: 'new',
  },
  {
    where: isTestFile,
    pattern:
      /(?:^|[^\w.$])(?:(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.only\b|f(?:it|describe|context)\s*\()/,
    message: 'All other tests are left out for this one',
    advice: RUN_IT,
  },
  {
    where: of(/\.pyi?$/),
    pattern:
      /@(?:pytest\.mark\.(?:skip|skipif|xfail)|unittest\.(?:skip\w*|expectedFailure))\b|\bpytest\.(?:skip|xfail|importorskip)\s*\(|\bself\.skipTest\s*\(|\bcollect_ignore\b/,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  { where: of(/_test\.go$/), pattern: /\b[tb]\.Skip(?:f|Now)?\s*\(/, message: 'A test is left out', advice: RUN_IT },
  {
    where: of(/\.rs$/),
    pattern: /#\[\s*(?:ignore|cfg_attr\([^)]*ignore)\b/,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  {
    where: of(/\.(?:java|kts?|groovy|scala|cs|fs|vb)$/),
    pattern:
      /(?:@|\[)(?:Disabled|Ignore|DisabledOn\w+|DisabledIf\w*)\b|\bSkip\s*=\s*"|\bAssert\.(?:Ignore|Inconclusive|Skip)\s*\(|\bassume(?:True|False)\s*\(/,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  {
    where: of(/\.ps1$/i),
    pattern:
      /^\s*(?:It|Describe|Context)\b.*\s-(?:Skip|Pending)\b|\bSet-ItResult\b.*-(?:Skipped|Pending|Inconclusive)\b/i,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  {
    where: of(/(?:_spec|_test|Test)\.(?:rb|php|exs)$|\.(?:swift)$/),
    pattern: /^\s*(?:pending|skip)\b|\bmarkTest(?:Skipped|Incomplete)\s*\(|@tag\s+:?skip|\bXCTSkip\b/,
    message: 'A test is left out',
    advice: RUN_IT,
  },
  {
    where: isTestFile,
    pattern:
      /\bexpect\(\s*(true|false|1|0|null)\s*\)\s*\.\s*(?:to(?:Be|Equal|StrictEqual)\(\s*\1\s*\)|to(?:Be)?\.(?:true|ok)|toBeTruthy\(\))|\bassert(?:\.ok|\.isTrue|True|_true|!)?\s*\(?\s*(?:true|True|1\s*==\s*1)\s*\)?\s*;?\s*$|\bassertEquals?\(\s*(\w+)\s*,\s*\2\s*\)/,
    message: 'This assertion holds whatever the program does',
    advice: 'Assert what the program is to do.',
  },
  {
    where: commands,
    pattern:
      /\|\|\s*(?:true|:|exit\s+0|echo\b)|(?:^|[;&]\s*)set\s+\+e\b|;\s*(?:true|exit\s+0)\s*["']?,?\s*$|\bcontinue-on-error\s*:(?!\s*false)|\ballow_failure\s*:(?!\s*false)|\bcontinueOnError\s*:\s*true/i,
    message: 'A failure here is not seen',
    advice: 'Let it fail, so that the gate can see it.',
  },
  {
    where: (path) => commands(path) || isTestFile(path),
    pattern:
      /--(?:pass-?with-?no-?tests|no-verify|exit-zero|no-coverage|exit-code[= ]0|force-exit)\b|\bpassWithNoTests\s*:\s*true|-D(?:skipTests|maven\.test\.skip)\b|-x\s+test\b|\bGIT_COMMIT_NO_VERIFY|\bHUSKY\s*=\s*["']?0|\bSKIP\s*=\s*["']?\w+.*\bpre-commit\b/i,
    message: 'A check is passed over',
    advice: FIX_IT,
  },
  {
    where: of(/(?:^|\/)(?:patchbay|[^/]*plan)\.(?:ya?ml|json)$/i),
    pattern: /["']?(?:required|blocking)["']?\s*:\s*false\b/,
    message: 'A gate no longer has to pass',
    advice: 'Leave the gate required.',
  },
  {
    where: of(/\.[cm]?[jt]sx?$|\.(?:vue|svelte)$/),
    pattern:
      /@ts-nocheck|\/\*\s*eslint-disable\s*\*\/|\/\*\s*eslint-disable(?!-)(?![^*]*-- )|biome-ignore-all|\/[*/]\s*(?:tslint|jshint|oxlint)[:-]disable(?!-)|istanbul ignore file|v8 ignore file/,
    message: 'A check of the whole file is turned off',
    advice: FIX_IT,
  },
  {
    where: of(/\.(?:py|rb|go|php|sh|ps1)$/i),
    pattern:
      /#\s*(?:flake8|ruff)\s*:\s*noqa\b|#\s*pylint:\s*(?:skip-file|disable-all)|#\s*mypy:\s*ignore-errors|\/\/nolint\s*$|#\s*(?:nosec|nosemgrep)\b|shellcheck\s+disable=all/,
    message: 'A check of the whole file, or of security, is turned off',
    advice: FIX_IT,
  },
  {
    where: anywhere,
    pattern: /\bNOSONAR\b|\bnosemgrep\b|#nosec\b|gitleaks:allow|secretlint-disable|\/\/nolint:gosec|lgtm\[/,
    message: 'A check of security is turned off',
    advice: FIX_IT,
  },
  {
    where: anywhere,
    pattern:
      /@ts-(?:ignore|expect-error)|eslint-disable-(?:next-)?line|biome-ignore\b|#\s*noqa\b|#\s*type:\s*ignore|pylint:\s*disable|\/\/nolint:|#\[allow\(|@SuppressWarnings|rubocop:disable|shellcheck\s+disable|(?:istanbul|c8|v8) ignore|pragma:\s*no\s*cover|SuppressMessageAttribute/,
    message: 'A check of this place is turned off',
    advice: FIX_IT,
    told: 'always',
  },
];
