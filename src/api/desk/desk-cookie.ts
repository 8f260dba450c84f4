import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_HOURS } from '../../identity/agent-session-bounds.ts';

const NAME = 'pomoc-desk';

/** `__Host-`: of this host only, over TLS only (or loopback), for every path; no other host can plant one. */
const ATTRIBUTES = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** The desk session's token that a request carries, or null. */
export function readDeskCookie(context: Context): string | null {
  return getCookie(context, NAME, 'host') ?? null;
}

/** Gives the browser a desk session's token, for as long as the session can last; the server's own times decide. */
export function giveDeskCookie(context: Context, token: string): void {
  setCookie(context, NAME, token, { ...ATTRIBUTES, maxAge: SESSION_HOURS * 3600 });
}

/** Takes it back. */
export function takeDeskCookie(context: Context): void {
  deleteCookie(context, NAME, ATTRIBUTES);
}
