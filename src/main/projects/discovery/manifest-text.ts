// Looks into manifests without trusting them: JSON that may be broken, and INI or TOML by section only.
import { asRecord, type JsonRecord } from '../../../shared/plan/read-json.ts';

/** An empty record where the text is no JSON object. */
export function jsonObject(text: string | null): JsonRecord {
  if (text === null) return {};
  try {
    return asRecord(JSON.parse(text.replace(/^\uFEFF/, ''))) ?? {};
  } catch {
    return {};
  }
}

/** Whether a TOML or INI file has the section or one below it: `tool.pytest` stands for `[tool.pytest.ini_options]`, too. */
export function hasSection(text: string | null, name: string): boolean {
  if (text === null) return false;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^\\s*\\[{1,2}\\s*${literal}(?:[.\\]]|\\s*\\])`, 'm').test(text);
}

/** Whether a requirement list or a dependency table names the package; comments do not count. */
export function requires(text: string | null, name: string): boolean {
  if (text === null) return false;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/-/g, '[-_.]');
  return new RegExp(`^[^#\\n]*(?<![\\w.-])${literal}(?![\\w-])`, 'im').test(text);
}
