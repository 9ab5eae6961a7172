// A linter of four rules, so that the sample needs no packages.
import { readdirSync, readFileSync } from 'node:fs';

const RULES = [
  { name: 'no trailing spaces', broken: (line) => /\s$/.test(line) },
  { name: 'no tabs', broken: (line) => line.includes('\t') },
  { name: 'at most 100 characters', broken: (line) => line.length > 100 },
  { name: 'no var', broken: (line) => /^\s*var\s/.test(line) },
];

const problems = [];
for (const folder of ['src', 'test', 'tools']) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    const file = `${folder}/${name}`;
    const text = readFileSync(file, 'utf8');
    if (!text.endsWith('\n')) problems.push(`${file}: the last line has no end`);
    text.split(/\r?\n/).forEach((line, index) => {
      for (const rule of RULES) {
        if (rule.broken(line)) problems.push(`${file}:${index + 1}: ${rule.name}`);
      }
    });
  }
}

for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'lint: all clean' : `lint: ${problems.length} problem(s)`);
process.exitCode = problems.length === 0 ? 0 : 1;
