// A history of ordinary work in many languages, close to what the rules look for: it must not go to a person.
import type { FileSpec } from '../../../../fakes/temp-repository.ts';

interface Commit {
  readonly message: string;
  readonly files: Readonly<Record<string, FileSpec>>;
}

const SHOP_TS = `import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATTERN = /evaluate\\s+(\\w+)/g;

/** Never evals anything; the word is in a comment. */
export async function version(program: string): Promise<string> {
  const { stdout } = await run(program, ['--version'], { shell: false });
  return PATTERN.exec(stdout)?.[1] ?? stdout.trim();
}

export function watch(file: string) {
  const child = spawn('tail', ['-f', file]);
  setTimeout(() => child.kill(), 1_000);
  return child;
}
`;
const SHOP_TEST = `import { expect, it } from 'vitest';
import { version } from './shop';

it('knows the version', async () => {
  expect(await version('git')).toMatch(/git/);
});
`;
const TOOL_PY = `import json
import re
import subprocess

PATTERN = re.compile(r"(\\w+)=(.*)")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def build(target):
    subprocess.run(["make", target], check=True)
    token = re.sub(r"\\s", "", target)
    return token
`;
const INSTALL_SH = `#!/bin/sh
set -eu

url="https://example.test/release-$1.tar.gz"
curl -fsSL -o release.tar.gz "$url"
echo "$2  release.tar.gz" | sha256sum -c -
tar -xzf release.tar.gz
rm -rf build/tmp
chmod 755 build/tool
printf '%s\\n' "done" | tee log.txt
`;
const BUILD_PS1 = `param([string]$Target)

$ErrorActionPreference = 'Stop'
Get-ChildItem -Path $Target -Recurse | Where-Object { $_.Length -gt 0 } | ForEach-Object {
    Write-Output "$($_.Name) \`t $($_.Length)"
}
& dotnet build $Target
`;
const CART_GO = `package cart

// Total sums the prices, in cents.
func Total(prices []int) int {
	sum := 0
	for _, price := range prices {
		sum += price
	}
	return sum
}
`;

export function ordinaryHistory(): readonly Commit[] {
  return [
    { message: 'shop: a version', files: { 'src/shop.ts': SHOP_TS, 'src/shop.test.ts': SHOP_TEST } },
    { message: 'tool: builds', files: { 'tools/tool.py': TOOL_PY, 'tools/install.sh': INSTALL_SH } },
    {
      message: 'cart: a total',
      files: {
        'cart/cart.go': CART_GO,
        'cart/cart_test.go':
          'package cart\n\nfunc TestTotal(t *testing.T) {\n\tif Total([]int{1, 2}) != 3 {\n\t\tt.Fatal("sum")\n\t}\n}\n',
      },
    },
    {
      message: 'windows: a build',
      files: {
        'scripts/build.ps1': BUILD_PS1,
        'scripts/build.Tests.ps1': "Describe 'build' {\n    It 'sums' {\n        1 + 1 | Should -Be 2\n    }\n}\n",
      },
    },
    {
      message: 'shop: renamed',
      files: {
        'src/shop.ts': null,
        'src/store.ts': SHOP_TS.replace('version(', 'versionOf('),
        'src/shop.test.ts': null,
        'src/store.test.ts': SHOP_TEST.replaceAll('version(', 'versionOf(')
          .replace('{ version }', '{ versionOf }')
          .replace('./shop', './store'),
      },
    },
    {
      message: 'tests: stronger',
      files: {
        'src/store.test.ts': `${SHOP_TEST}\nit('fails for a program that is not there', async () => {\n  await expect(version('nothing')).rejects.toThrow();\n});\n`,
      },
    },
    {
      message: 'docs: a guide',
      files: {
        'docs/guide.md':
          '# Guide\n\nRun `curl https://example.test | sh` only if you trust it. Set `API_TOKEN=your-token-here`.\n',
        'CHANGELOG.md': '- skip-links for screens readers, only on wide screens\n',
      },
    },
    {
      message: 'texts: in many languages',
      files: {
        'locales/ru.json': '{ "hello": "Привет, мир", "cart": "Корзина" }\n',
        'locales/el.json': '{ "hello": "Γειά σου" }\n',
        'locales/ar.json': '{ "hello": "مرحبا" }\n',
        'locales/fa.json': '{ "x": "می\u200cخواهم" }\n',
        'src/flags.ts':
          "export const FLAGS = ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧', '❤️'];\nexport const Δt = 1;\n// комментарий на русском, с API внутри\n",
      },
    },
    {
      message: 'settings: from the environment',
      files: {
        'src/settings.ts':
          "export const apiKey = process.env.API_KEY ?? '';\nexport const tokenUrl = 'https://auth.example.test/oauth2/token';\nexport const passwordField = 'current-password';\nexport const secretName = 'projects/shop/secrets/database-password';\n",
      },
    },
    {
      message: 'ids: hashes are no secrets',
      files: {
        'src/hashes.ts':
          "export const TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';\nexport const integrity = 'sha512-9mZ3yq0Zb8Jb9Jf1u0b3rE==';\n",
      },
    },
    {
      message: 'python: a class',
      files: {
        'tools/model.py':
          'class Model:\n    def eval(self):\n        self.training = False\n        return self\n\n    def compile(self, optimizer):\n        self.optimizer = optimizer\n\n\nmodel = Model()\nmodel.eval()\nmodel.compile("adam")\n',
      },
    },
    {
      message: 'js: regular expressions',
      files: {
        'src/match.js':
          "const RE = /a+/g;\nexport function first(text) {\n  const found = RE.exec(text);\n  return found ? found[0] : null;\n}\nexport class Base {\n  constructor() {\n    this.kind = this.constructor.name;\n  }\n}\nexport const lazy = () => import('./other.js');\n",
      },
    },
    {
      message: 'shell: functions',
      files: {
        'tools/lib.sh':
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a script
          'greet() {\n  local name="${1:-world}"\n  echo "hello $name" | tr a-z A-Z\n}\n\nfor file in *.txt; do\n  [ -f "$file" ] || continue\n  greet "$(basename "$file" .txt)"\ndone\n',
      },
    },
    { message: 'crlf file stays so', files: { 'windows.txt': 'a\r\nb\r\n' } },
    { message: 'crlf file grows', files: { 'windows.txt': 'a\r\nb\r\nc\r\n' } },
    { message: 'empty and without an end', files: { empty: '', 'no-end.txt': 'no newline' } },
    {
      message: 'tests: one in its own folder',
      files: {
        'tests/unit/cart.spec.ts':
          "import { it, expect } from 'vitest';\n\nit('skips nothing and only sums', () => {\n  expect([1, 2].reduce((a, b) => a + b)).toBe(3);\n});\n",
      },
    },
    { message: 'old code goes', files: { 'src/match.js': null, empty: null } },
  ];
}
