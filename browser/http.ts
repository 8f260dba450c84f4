import { type Problem, readProblem } from '../src/contract/problem.ts';
import { host } from './host.ts';
import { LONGEST_PAUSE_MS } from './longest-pause.ts';
import { randomId } from './random-id.ts';
import { noteServiceTime } from './service-clock.ts';

/** The outcome of a request to the service. */
export type Answer<T> =
  | { outcome: 'ok'; value: T; status: number; etag: string }
  /** 304: the caller's copy is up to date */
  | { outcome: 'unchanged' }
  /**
   * A problem of the API, which sending again will not change. The caller decides what 401 means: a ticket is sent
   * again without its session, a thread does not open with this bearer, the desk's session is over.
   */
  | { outcome: 'refused'; status: number; code: string; problem: Problem }
  /**
   * No response, one that is not the API's, or "not now": it is unknown whether the request was carried out.
   * `retryAfter` in seconds, 0 when not given. `status` is set when there was a response, `code` and `problem` when it was
   * one.
   */
  | { outcome: 'unanswered'; retryAfter: number; status?: number; code?: string; problem?: Problem };

/** An endpoint of the contract. Without `answer` the body is not read, and the value is null. */
export interface Endpoint<T> {
  method: string;
  path: string;
  answer?: { parse: (value: unknown) => T };
}

export interface CallOptions {
  /** values for the `:names` of the path */
  params?: Record<string, string | number>;
  /** null and undefined are left out */
  query?: Record<string, string | null | undefined>;
  /** a value to write as JSON */
  json?: unknown;
  /** a body that is sent as is: JSON written earlier, or bytes */
  body?: string | Blob | undefined;
  /** for `Authorization: Bearer` */
  bearer?: string | null | undefined;
  /** for `Idempotency-Key`: requests with the same key are carried out once */
  key?: string;
  /** for `If-None-Match` */
  etag?: string;
  headers?: Record<string, string>;
  /** aborts the request before the time-out */
  signal?: AbortSignal;
  /** time for the whole response, in milliseconds */
  timeout?: number;
  /** the request continues when the page is left */
  keepalive?: boolean;
}

export interface Http {
  /** Sends a request to an endpoint, and parses the response by its schema. */
  call: <T = null>(endpoint: Endpoint<T>, options?: CallOptions) => Promise<Answer<T>>;
  /** The same with the caller's own parser of a successful response; if that throws, the outcome is `unanswered`. */
  read: <T>(
    endpoint: Endpoint<unknown>,
    options: CallOptions,
    how: (response: Response) => Promise<T>,
  ) => Promise<Answer<T>>;
}

/** Sends a request once: `fetch`, or a wrapper of it. Rejects when there is no response. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpOptions {
  /** the origin of the service, without a slash at the end; empty for the page's own */
  origin: string;
  /** whether cookies of the service are sent */
  credentials: 'omit' | 'same-origin';
  /** for `Accept-Language`; without it the browser's own */
  language?: string;
  send?: Send;
}

/** The default time for the whole response, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** Statuses below 500 by which the service, or a proxy before it, says "not now". */
const RETRYABLE = [408, 425, 429];

/** Sends by `fetch` alone. */
export const sendByFetch: Send = (url, init) => fetch(url, init);

/** The service over HTTP. It never repeats a request: the caller does, as it knows the key. */
export function createHttp({ origin, credentials, language, send = sendByFetch }: HttpOptions): Http {
  const read: Http['read'] = async ({ method, path }, options, how) => {
    const { json, body = json === undefined ? undefined : JSON.stringify(json), bearer, key, etag, signal } = options;
    const isService = !/^https?:/.test(path);
    const stop = new AbortController();
    const abort = () => stop.abort();
    const stopped = new Promise<never>((_, reject) => stop.signal.addEventListener('abort', reject));
    const timer = setTimeout(abort, options.timeout ?? TIMEOUT_MS);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      const sent = send(origin + addressOf(path, isKept(method) ? unlike(options) : options), {
        method,
        credentials,
        cache: 'no-store',
        signal: stop.signal,
        ...(body !== undefined && { body }),
        ...(options.keepalive && { keepalive: true }),
        headers: {
          ...(language && { 'Accept-Language': language }),
          ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
          ...(bearer && { Authorization: `Bearer ${bearer}` }),
          ...(key && { 'Idempotency-Key': key }),
          ...(etag && { 'If-None-Match': etag }),
          ...options.headers,
        },
      });
      const answered = sent.then((response) => {
        // A panel's own pages are by another clock.
        if (isService) noteServiceTime(response);
        return answerFrom(response, how);
      });
      return await Promise.race([answered, stopped]);
    } catch {
      return { outcome: 'unanswered', retryAfter: 0 };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
  return { read, call: (endpoint, options = {}) => read(endpoint, options, (response) => readBy(endpoint, response)) };
}

/**
 * Whether somebody between may answer from what they kept, whatever `no-store` says: service workers of pages do, and
 * only for GET.
 */
function isKept(method: string): boolean {
  return method === 'GET' && Boolean(host.navigator.serviceWorker?.controller);
}

/** The same request at an address of its own. */
function unlike(options: CallOptions): CallOptions {
  return { ...options, query: { ...options.query, _: randomId(6) } };
}

async function readBy<T>({ answer }: Endpoint<T>, response: Response): Promise<T> {
  return answer ? answer.parse(await response.json()) : (null as T);
}

/** An endpoint with only a part of its response. */
export function partOf<T, U>(endpoint: Required<Endpoint<T>>, pick: (value: T) => U): Endpoint<U> {
  return { ...endpoint, answer: { parse: (value) => pick(endpoint.answer.parse(value)) } };
}

/**
 * The address of an endpoint, for requests and links.
 * @param path as the contract has it, with `:names`
 */
export function addressOf(path: string, { params, query = {} }: Pick<CallOptions, 'params' | 'query'>): string {
  const filled = params ? path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? '')) : path;
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const joint = filled.includes('?') ? '&' : '?';
  return pairs.length > 0 ? filled + joint + pairs.join('&') : filled;
}

async function answerFrom<T>(response: Response, how: (response: Response) => Promise<T>): Promise<Answer<T>> {
  const { status } = response;
  if (status === 304) return { outcome: 'unchanged' };
  try {
    if (response.ok) {
      return { outcome: 'ok', value: await how(response), status, etag: response.headers.get('ETag') ?? '' };
    }
    const problem = readProblem(await response.json());
    if (problem && status < 500 && !RETRYABLE.includes(status)) {
      return { outcome: 'refused', status, code: problem.code, problem };
    }
    return {
      outcome: 'unanswered',
      retryAfter: retryAfter(response),
      status,
      ...(problem && { code: problem.code, problem }),
    };
  } catch {
    return { outcome: 'unanswered', retryAfter: retryAfter(response), status };
  }
}

/** The `Retry-After` of a response (a number or a date) in seconds; 0 when it is missing. */
function retryAfter({ headers }: Response): number {
  const header = headers.get('Retry-After');
  if (!header) return 0;
  // A date is by the clock of who sent it; ours may be wrong.
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const seconds = Number(header) || (Date.parse(header) - now) / 1000;
  return Math.min(Math.max(0, seconds || 0), LONGEST_PAUSE_MS / 1000);
}
