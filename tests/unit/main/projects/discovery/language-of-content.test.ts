// Content tells a language where the name does not.
import { expect, it } from 'vitest';
import { languageOfContent, needsContent } from '../../../../../src/main/projects/discovery/language-of-content.ts';

it.each([
  ['run', '#!/usr/bin/env python3\n', 'Python'],
  ['run', '#!/usr/bin/env -S node --experimental\n', 'JavaScript'],
  ['run', '#!/usr/bin/env -S FOO=1 deno run\n', 'TypeScript'],
  ['run', '#! /bin/sh -e\n', 'Shell'],
  ['run', '#!/usr/bin/pwsh\r\n', 'PowerShell'],
  ['bin/tool', '#!/opt/python3.13/bin/python3.13\n', 'Python'],
  ['run', '#!/usr/bin/awk -f\n', null],
  ['LICENSE', 'Copyright\n', null],
  ['a.h', '#pragma once\nclass Tea {};\n', 'C++'],
  ['a.h', '#include <stdio.h>\nint tea(void);\n', 'C'],
  ['a.ts', '<?xml version="1.0"?>\n<!DOCTYPE TS>\n', null],
  ['a.ts', 'export const tea = 1;\n', 'TypeScript'],
  ['a.m', 'function y = tea(x)\n', null],
  ['a.m', '#import <Foundation/Foundation.h>\n', 'Objective-C'],
])('%s that begins with %j is %s', (path, head, language) => {
  expect(needsContent(path)).toBe(true);
  expect(languageOfContent(path, head)?.name ?? null).toBe(language);
});

it.each(['a.py', 'Makefile', 'Dockerfile', 'a.b.rs', '.gitignore'])('%s is not opened for its language', (path) => {
  expect(needsContent(path)).toBe(false);
});
