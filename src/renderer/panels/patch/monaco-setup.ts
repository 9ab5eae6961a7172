// Puts the bundled Monaco behind @monaco-editor/react: no CDN, one worker, the languages that repositories use most.
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/bat/register';
import 'monaco-editor/languages/definitions/cpp/register';
import 'monaco-editor/languages/definitions/csharp/register';
import 'monaco-editor/languages/definitions/css/register';
import 'monaco-editor/languages/definitions/dockerfile/register';
import 'monaco-editor/languages/definitions/go/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/ini/register';
import 'monaco-editor/languages/definitions/java/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/php/register';
import 'monaco-editor/languages/definitions/powershell/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/ruby/register';
import 'monaco-editor/languages/definitions/rust/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/sql/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/xml/register';
import 'monaco-editor/languages/definitions/yaml/register';

export { monaco };

/** Our surfaces and our green and red, so that the editor belongs to the page. */
const LIGHT = {
  'editor.background': '#ffffff',
  'editorGutter.background': '#ffffff',
  'editorLineNumber.foreground': '#8a919e',
  'diffEditor.insertedLineBackground': '#e6f6ec',
  'diffEditor.insertedTextBackground': '#b5e5c6aa',
  'diffEditor.removedLineBackground': '#fdecec',
  'diffEditor.removedTextBackground': '#f6c1c4aa',
  'diffEditor.diagonalFill': '#e6e9ef',
  'diffEditor.border': '#e2e5eb',
  'scrollbarSlider.background': '#6b72801f',
  'scrollbarSlider.hoverBackground': '#6b728040',
  'scrollbarSlider.activeBackground': '#6b728059',
  'diffEditorOverview.insertedForeground': '#2da36288',
  'diffEditorOverview.removedForeground': '#d9434e88',
  'diffEditor.unchangedRegionBackground': '#f4f5f8',
  'diffEditor.unchangedRegionForeground': '#565d6b',
};
const DARK = {
  'editor.background': '#14171c',
  'editorGutter.background': '#14171c',
  'editorLineNumber.foreground': '#6d7687',
  'diffEditor.insertedLineBackground': '#15301f',
  'diffEditor.insertedTextBackground': '#2a6a44aa',
  'diffEditor.removedLineBackground': '#381c20',
  'diffEditor.removedTextBackground': '#7d303aaa',
  'diffEditor.diagonalFill': '#262b34',
  'diffEditor.border': '#262b34',
  'scrollbarSlider.background': '#a3abb924',
  'scrollbarSlider.hoverBackground': '#a3abb940',
  'scrollbarSlider.activeBackground': '#a3abb959',
  'diffEditorOverview.insertedForeground': '#3bb57488',
  'diffEditorOverview.removedForeground': '#e2555f88',
  'diffEditor.unchangedRegionBackground': '#1a1e25',
  'diffEditor.unchangedRegionForeground': '#a3abb9',
};

/** Monaco asks the window for its worker under this name. */
Object.assign(self, { MonacoEnvironment: { getWorker: () => new EditorWorker() } });

monaco.editor.defineTheme('patchbay-light', { base: 'vs', inherit: true, rules: [], colors: LIGHT });
monaco.editor.defineTheme('patchbay-dark', { base: 'vs-dark', inherit: true, rules: [], colors: DARK });
loader.config({ monaco });
