// Writes CHANGELOG.md from src/ and raises the version: node tools/release-notes.js 1.1.0
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const version = process.argv[2] ?? '1.1.0';
const lines = readdirSync('src')
  .sort()
  .map((name) => {
    const first = readFileSync(`src/${name}`, 'utf8').split(/\r?\n/)[0];
    return `- \`${name}\`: ${first.replace(/^\/\/\s*/, '')}`;
  });

writeFileSync('CHANGELOG.md', ['# Changelog', '', `## ${version}`, '', ...lines, ''].join('\n'));
const manifest = readFileSync('package.json', 'utf8');
writeFileSync('package.json', manifest.replace(/"version": "[^"]*"/, `"version": "${version}"`));
console.log(`release notes: ${version}, ${lines.length} modules`);
