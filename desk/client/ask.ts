import ky from 'ky';
import { retryAfter } from './retry-after.ts';

const TIMEOUT_MS = 20_000;
const NOT_NOW = [408, 425, 429];

/** How a question to the service ended. */
export type Answer<T> =
  | { outcome: 'ok'; value: T }
  /** the session is over, or there was none */
  | { outcome: 'signed-out' }
  /** a problem of the API, by its code; `assignee` is who was faster */
  | { outcome: 'refused'; code: string; assignee: string | null }
  /** no answer, or one that is not ours: it may or may not have been done. `retryAfter` in seconds, 0 when nobody said */
  | { outcome: 'unanswered'; status: number; retryAfter: number };

/** What is asked. */
export interface Question {
  method: string;
  path: string;
  body?: unknown;
  /** for what must be done once, however often it is sent */
  key?: string;
  /** goes on when the page is left */
  keepalive?: boolean;
}

export type Ask = <T>(question: Question, read: (response: Response) => Promise<T>) => Promise<Answer<T>>;

/**
 * The service over HTTP; the session is in the cookie, which no script of ours sees.
 * @param origin without a slash at the end; the page's own is the empty text
 */
export function createAsk(origin: string): Ask {
  const http = ky.create({ timeout: TIMEOUT_MS, retry: 0, throwHttpErrors: false });
  return async ({ method, path, body, key, keepalive }, read) => {
    try {
      const response = await http(origin + path, {
        method,
        cache: 'no-store',
        ...(keepalive && { keepalive }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
      });
      const { status } = response;
      if (response.ok) return { outcome: 'ok', value: await read(response) };
      if (status === 401) return { outcome: 'signed-out' };
      if (status >= 500 || NOT_NOW.includes(status)) {
        return { outcome: 'unanswered', status, retryAfter: retryAfter(response) };
      }
      const problem: { code?: unknown; assignee?: { name?: unknown } | null } = await response.json();
      return { outcome: 'refused', code: String(problem.code), assignee: nameOf(problem.assignee) };
    } catch {
      return { outcome: 'unanswered', status: 0, retryAfter: 0 };
    }
  };
}

function nameOf(assignee: { name?: unknown } | null | undefined): string | null {
  return typeof assignee?.name === 'string' ? assignee.name : null;
}
