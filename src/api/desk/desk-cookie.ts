import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_HOURS } from '../../identity/agent-session-bounds.ts';

const NAME = 'pomoc-desk';

/** `__Host-`: of this host only, over TLS only (or loopback), for every path; no other host can set one. */
const ATTRIBUTES = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** The token of the desk's session in a request, or null. */
export function readDeskCookie(context: Context): string | null {
  return getCookie(context, NAME, 'host') ?? null;
}

/** Sets the cookie with a session's token, for as long as the session can last; the server's own times decide. */
export function giveDeskCookie(context: Context, token: string): void {
  setCookie(context, NAME, token, { ...ATTRIBUTES, maxAge: SESSION_HOURS * 3600 });
}

/** Deletes the cookie. */
export function takeDeskCookie(context: Context): void {
  deleteCookie(context, NAME, ATTRIBUTES);
}
