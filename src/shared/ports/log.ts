// Diagnostics for people; never a source of truth.

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Log = (level: LogLevel, message: string, values?: Readonly<Record<string, unknown>>) => void;
