// Writes the price list that hangs in the window: docs/price-list.md, made from the menu.
import { mkdirSync, writeFileSync } from 'node:fs';
import { menu } from '../src/menu.js';
import { money } from '../src/price.js';

const rows = menu().map((tea) => `| ${tea.name} | ${tea.kind} | ${money(tea.cents)} |`);
const head = ['# Price list', '', '| tea | kind | a cup |', '|---|---|---:|'];
const page = [...head, ...rows, ''].join('\n');

mkdirSync('docs', { recursive: true });
writeFileSync('docs/price-list.md', page);
console.log(`price list: ${rows.length} teas`);
