// Two versions of a file side by side in Monaco: one editor, reused for every file, read only.
import { DiffEditor } from '@monaco-editor/react';
import { useCallback, useEffect, useRef } from 'react';
import type { FileSidesReport } from '../../../shared/ipc/patch-methods.ts';
import { useTheme } from '../../widgets/theme.ts';
import type { DiffLook } from './diff-look.ts';
import { languageOf } from './language-of.ts';
import { monaco } from './monaco-setup.ts';

type Editor = monaco.editor.IStandaloneDiffEditor;

export interface DiffViewProps {
  readonly sides: FileSidesReport;
  readonly look: DiffLook;
  /** Receives a function that goes to the next or previous change. */
  onReady(go: (direction: 'next' | 'previous') => void): void;
}

export function DiffView({ sides, look, onReady }: DiffViewProps) {
  const editor = useRef<Editor | null>(null);
  const theme = useTheme();
  useEffect(() => () => disposeSoon(editor.current), []);
  useRevealOnChange(editor, sides);
  const mount = useCallback(
    (mounted: Editor) => {
      editor.current = mounted;
      const go = (direction: 'next' | 'previous') => mounted.goToDiff(direction);
      bindChangeKeys(mounted, go);
      revealWhenCompared(mounted);
      onReady(go);
    },
    [onReady],
  );
  return (
    <section className="diff-editor" aria-label={`Changes in ${sides.path}`} data-absent={absentSide(sides)}>
      <DiffEditor
        original={sides.before ?? ''}
        modified={sides.after ?? ''}
        language={languageOf(sides.path)}
        theme={theme === 'dark' ? 'patchbay-dark' : 'patchbay-light'}
        options={optionsOf(look)}
        onMount={mount}
        loading={null}
        keepCurrentOriginalModel
        keepCurrentModifiedModel
      />
    </section>
  );
}

/** To Monaco no file is a file of one empty line; the style sheet hides that line. */
function absentSide(sides: FileSidesReport): 'before' | 'after' | undefined {
  if (sides.before === null) return 'before';
  return sides.after === null ? 'after' : undefined;
}

function optionsOf(look: DiffLook): monaco.editor.IStandaloneDiffEditorConstructionOptions {
  return {
    readOnly: true,
    originalEditable: false,
    domReadOnly: true,
    renderSideBySide: look.sideBySide,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 620,
    ignoreTrimWhitespace: look.ignoreWhitespace,
    renderWhitespace: 'none',
    wordWrap: look.wrap ? 'on' : 'off',
    diffWordWrap: look.wrap ? 'on' : 'off',
    hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
    minimap: { enabled: false },
    links: false,
    glyphMargin: false,
    lineNumbersMinChars: 3,
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    fontSize: 12.5,
    lineHeight: 20,
    fontFamily: 'var(--font-mono)',
    scrollBeyondLastLine: false,
    renderOverviewRuler: true,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    automaticLayout: true,
    stickyScroll: { enabled: false },
    // Characters that can deceive are shown (reliability.md V10).
    unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
    contextmenu: false,
    padding: { top: 8 },
  };
}

function bindChangeKeys(editor: Editor, go: (direction: 'next' | 'previous') => void): void {
  for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()]) {
    side.addCommand(monaco.KeyCode.F7, () => go('next'));
    side.addCommand(monaco.KeyMod.Shift | monaco.KeyCode.F7, () => go('previous'));
  }
}

function useRevealOnChange(editor: { readonly current: Editor | null }, sides: FileSidesReport): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sides are another file to start at
  useEffect(() => {
    if (editor.current !== null) revealWhenCompared(editor.current);
  }, [editor, sides]);
}

/** A new file opens at its first change, once Monaco has compared the two texts. */
function revealWhenCompared(editor: Editor): void {
  const once = editor.onDidUpdateDiff(() => {
    once.dispose();
    editor.revealFirstDiff();
  });
}

/** The editor must let go of its models before they are disposed, or Monaco throws; its own cleanup runs first. */
function disposeSoon(editor: Editor | null): void {
  const model = editor?.getModel();
  if (model === null || model === undefined) return;
  setTimeout(() => {
    model.original.dispose();
    model.modified.dispose();
  });
}
