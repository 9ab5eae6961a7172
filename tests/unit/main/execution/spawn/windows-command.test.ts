// The rules for Windows, which hold wherever they are tested because they only compute.
import { describe, expect, it } from 'vitest';
import { findWindows } from '../../../../../src/main/execution/spawn/resolve-program.ts';
import { windowsCommand } from '../../../../../src/main/execution/spawn/windows-command.ts';

const ORDER = {
  argv: [],
  cwd: 'D:\\work',
  env: { Path: 'C:\\Tools;relative;C:\\Program Files\\nodejs', PATHEXT: '.EXE;.CMD' },
};
const has =
  (...files: readonly string[]) =>
  (file: string) =>
    files.includes(file);

describe('findWindows', () => {
  it('walks PATH whatever the case of its name, and PATHEXT in its order', () => {
    const exists = has('C:\\Program Files\\nodejs\\npm.cmd', 'C:\\Program Files\\nodejs\\npm');
    expect(findWindows('npm', ORDER, exists)).toBe('C:\\Program Files\\nodejs\\npm.cmd');
    expect(findWindows('tool.exe', ORDER, has('C:\\Tools\\tool.exe'))).toBe('C:\\Tools\\tool.exe');
  });

  it('never takes a program from the workspace unless it is named by a path', () => {
    expect(() => findWindows('git', ORDER, has('D:\\work\\git.exe', 'D:\\work\\relative\\git.exe'))).toThrow(
      /not found/,
    );
    expect(findWindows('.\\build', ORDER, has('D:\\work\\build.cmd'))).toBe('D:\\work\\build.cmd');
  });
});

describe('windowsCommand', () => {
  it('calls a program with its arguments as they are', () => {
    const call = windowsCommand('C:\\Tools\\tool.exe', ['a b', '%PATH%']);
    expect(call).toEqual({ file: 'C:\\Tools\\tool.exe', args: ['a b', '%PATH%'], verbatim: false });
  });

  it('calls a batch file through cmd.exe with every part quoted', () => {
    const call = windowsCommand('C:\\Program Files\\npm.cmd', ['run', 'a b', 'c:\\x\\']);
    expect(call.args).toEqual(['/d', '/s', '/c', '""C:\\Program Files\\npm.cmd" "run" "a b" "c:\\x\\\\""']);
    expect(call).toMatchObject({ verbatim: true, file: expect.stringMatching(/System32\\cmd\.exe$/) });
  });

  it.each(['%PATH%', 'a"b', 'a&b', 'a|b', 'a^b', 'a\nb', '!x!', '>out'])('refuses %j for a batch file', (argument) => {
    expect(() => windowsCommand('C:\\npm.cmd', [argument])).toThrow(/cannot take the argument/);
  });

  it('leaves the command line of an explicit shell to its author', () => {
    const call = windowsCommand('C:\\Windows\\System32\\cmd.exe', ['/d', '/s', '/c', 'echo "a" && echo %X%']);
    expect(call).toMatchObject({ args: ['/d', '/s', '/c', '"echo "a" && echo %X%"'], verbatim: true });
  });
});
