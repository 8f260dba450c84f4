import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_HOURS } from '../../identity/agent-session-bounds.ts';
import { BROWSER_DAYS } from '../../identity/known-browser.ts';
import { CHALLENGE_MINUTES } from '../../identity/passkey-challenges.ts';
import { HALF_SIGN_IN_MINUTES } from '../../identity/second-step.ts';

/** The desk's cookies, and for how many seconds a browser keeps each; the server's own times decide. */
const COOKIES = {
  /** the session */
  'pomoc-desk': SESSION_HOURS * 3600,
  /** a sign-in that waits for its second factor */
  'pomoc-second-step': HALF_SIGN_IN_MINUTES * 60,
  /** whom the challenge of a sign-in by passkey was given to */
  'pomoc-passkey': CHALLENGE_MINUTES * 60,
  /** a browser in which an agent has signed in; stays when they sign out */
  'pomoc-browser': BROWSER_DAYS * 86_400,
} as const;

type DeskCookie = keyof typeof COOKIES;

/** `__Host-`: of this host only, over TLS only (or loopback), for every path; no other host can set one. */
const ATTRIBUTES = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** The token in a cookie of the desk, of the session unless another is named; null without one. */
export function readDeskCookie(context: Context, name: DeskCookie = 'pomoc-desk'): string | null {
  return getCookie(context, name, 'host') ?? null;
}

/** Sets a cookie with a token. */
export function giveDeskCookie(context: Context, token: string, name: DeskCookie = 'pomoc-desk'): void {
  setCookie(context, name, token, { ...ATTRIBUTES, maxAge: COOKIES[name] });
}

/** Deletes a cookie. */
export function takeDeskCookie(context: Context, name: DeskCookie = 'pomoc-desk'): void {
  deleteCookie(context, name, ATTRIBUTES);
}
