// Who may talk to this launch of the web host: the token of the URL, exchanged once for a cookie.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../shared/ports/clock.ts';

/** Ten wrong tokens close the door for a minute. */
export const LOCK = { failures: 10, ms: 60_000 } as const;

const LAUNCH_MS = 60_000;

export type SignIn =
  | { readonly kind: 'accepted'; readonly cookie: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly retrySeconds: number };

export interface WebSession {
  /** For the fragment of the start-up URL, which a browser never sends. */
  readonly token: string;
  /** Works once and for a minute: for the browser's command line, which other users of the machine can read. */
  launchToken(): string;
  signIn(token: unknown, port: number): SignIn;
  knowsCookie(header: string | undefined, port: number): boolean;
}

/** Token and cookie are 32 random bytes each and live as long as this process. */
export function webSession(clock: Clock): WebSession {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const launches = new Map<string, number>();
  let failures = 0;
  let lockedUntil = Number.NEGATIVE_INFINITY;
  return {
    token,
    launchToken() {
      const code = randomBytes(32).toString('base64url');
      launches.set(code, clock.monotonic() + LAUNCH_MS);
      return code;
    },
    signIn(given, port) {
      const now = clock.monotonic();
      if (now < lockedUntil) return { kind: 'locked', retrySeconds: Math.ceil((lockedUntil - now) / 1_000) };
      if (typeof given === 'string' && (equal(given, token) || spendLaunch(launches, given, now))) {
        failures = 0;
        return { kind: 'accepted', cookie: `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
      }
      failures += 1;
      if (failures >= LOCK.failures) {
        failures = 0;
        lockedUntil = now + LOCK.ms;
      }
      return { kind: 'refused' };
    },
    knowsCookie(header, port) {
      const prefix = `${cookieName(port)}=`;
      const values = (header ?? '').split(';').map((part) => part.trim());
      return values.some((value) => value.startsWith(prefix) && equal(value.slice(prefix.length), secret));
    },
  };
}

function spendLaunch(launches: Map<string, number>, given: string, now: number): boolean {
  for (const [code, until] of launches) {
    if (!equal(given, code)) continue;
    launches.delete(code);
    return now < until;
  }
  return false;
}

/** Cookies know no ports: two hosts on one machine must not overwrite each other's. */
export function cookieName(port: number): string {
  return `patchbay_${port}`;
}

function equal(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
