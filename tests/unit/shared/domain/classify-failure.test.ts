// What the last words of a tool are taken for; the sentences are those that tools and providers print.
import { describe, expect, test } from 'vitest';
import { classifyFailure, type FailedEnd } from '../../../../src/shared/domain/classify-failure.ts';
import { CLASS_POLICY, classOf, FAILURE_CLASSES } from '../../../../src/shared/domain/failure-class.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const end = (text: string, more: Partial<FailedEnd> = {}): FailedEnd => ({
  code: 'E_TOOL_FAILURE',
  exitCode: 1,
  signal: null,
  text,
  ...more,
});
const read = (text: string, more: Partial<FailedEnd> = {}) => classifyFailure(end(text, more), NOW);

describe('words', () => {
  test.each([
    ['auth', 'Not logged in · Please run /login'],
    ['auth', '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}'],
    ['auth', 'unexpected status 401 Unauthorized: Incorrect API key provided'],
    ['auth', 'API Error: status 403 {"type":"permission_error"}'],
    ['rate_limit', 'litellm.RateLimitError: Rate limit reached for gpt-5 in organization org-x'],
    ['rate_limit', 'exceeded retry limit, last status: 429 Too Many Requests'],
    ['rate_limit', '{"error":{"code":"insufficient_quota"}}'],
    ['rate_limit', '"status": "RESOURCE_EXHAUSTED"'],
    ['overloaded', 'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
    ['overloaded', 'Error: HTTP 503 Service Unavailable'],
    ['overloaded', 'stream error: unexpected status 500 Internal Server Error'],
    ['bad_request', '{"type":"invalid_request_error","message":"max_tokens: must be at least 1"}'],
    ['bad_request', 'API Error: 400 prompt is too long: 214321 tokens > 200000 maximum'],
    ['bad_request', "This model's maximum context length is 128000 tokens (context_length_exceeded)"],
    ['timeout', 'request failed: connect ETIMEDOUT 10.0.0.1:443'],
    ['crash', "thread 'main' panicked at src/main.rs:3:5"],
    ['crash', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
    ['unknown', 'the file src/a.ts could not be parsed'],
    ['unknown', ''],
  ] as const)('%s: %s', (kind, text) => {
    expect(read(text).class).toBe(kind);
  });

  test.each(['error on line 401 of src/a.ts', 'compared 429 files', 'expected 503 to equal 500', 'authorised by Ann'])(
    'of other things are no status: %s',
    (text) => {
      expect(read(text).class).toBe('unknown');
    },
  );
});

test('exit codes and signals tell where words do not, and words come before codes', () => {
  expect(read('', { exitCode: 145 }).class).toBe('auth');
  expect(read('', { exitCode: 127 }).class).toBe('crash');
  expect(read('', { exitCode: null, signal: 'SIGSEGV' }).class).toBe('crash');
  expect(read('HTTP 429', { exitCode: 145 }).class).toBe('rate_limit');
});

test('what ended a tool from outside is not read from its words', () => {
  expect(read('HTTP 429 retry-after: 3', { code: 'E_TIMEOUT' })).toEqual({ class: 'timeout', retryAfterMs: null });
  expect(read('HTTP 401', { code: 'E_DISK' })).toEqual({ class: null, retryAfterMs: null });
});

test('a pause is taken over only from a provider that is busy', () => {
  expect(read('429 too many requests, retry-after: 7').retryAfterMs).toBe(7_000);
  expect(read('status 401, retry-after: 7').retryAfterMs).toBeNull();
});

test('every class has a policy, and a class that an adapter gives counts more than the code', () => {
  expect(Object.keys(CLASS_POLICY)).toEqual([...FAILURE_CLASSES]);
  expect(classOf({ code: 'E_TOOL_FAILURE', class: 'auth' })).toBe('auth');
  expect(classOf({ code: 'E_NO_CHANGE' })).toBeNull();
});
