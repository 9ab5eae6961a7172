// Opens an address in the user's browser; that it cannot is no failure, for the address is printed as well.
import { spawn } from 'node:child_process';

export function browserCommand(url: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open', url];
  // `start` is a word of cmd.exe, which would read `&` in an address; rundll32 takes it as it is.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

export function openBrowser(url: string): void {
  const [program = '', ...args] = browserCommand(url, process.platform);
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => {}); // no browser here: the address is on the screen
  child.unref();
}
