// A number with its noun: "1 task", "3 tasks", "1 500 events".

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US').replaceAll(',', '\u202f')} ${count === 1 ? noun : plural}`;
}
