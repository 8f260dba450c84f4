import { type Problem, readProblem } from '../src/contract/problem.ts';
import { toJson } from './to-json.ts';

/** How a request to the service ended. */
export type Answer<T> =
  | { outcome: 'ok'; value: T; status: number; etag: string }
  /** 304: the reader's copy is up to date */
  | { outcome: 'unchanged' }
  /**
   * A problem of the API, which sending again will not change. What 401 means is for the caller to say: a ticket goes
   * again without its session, a thread is closed to this bearer, the desk's session is over.
   */
  | { outcome: 'refused'; status: number; code: string; problem: Problem }
  /**
   * No answer, one that is not the API's, or "not now": whether it was carried out is not known. `retryAfter` in
   * seconds, 0 when nobody said. `status` and `code` are there when an answer came, the code when it was a problem.
   */
  | { outcome: 'unanswered'; retryAfter: number; status?: number; code?: string };

/** What the contract says of one address. Without `answer` the body is not read, and the value is null. */
export interface Endpoint<T> {
  method: string;
  path: string;
  answer?: { parse: (value: unknown) => T };
}

export interface CallOptions {
  /** values for the `:names` of the path */
  params?: Record<string, string | number>;
  /** what is null or undefined is left out */
  query?: Record<string, string | null | undefined>;
  /** a value to write as JSON */
  json?: unknown;
  /** a body that is sent as it is: JSON that was written before, or bytes */
  body?: string | Blob | undefined;
  /** what goes into `Authorization: Bearer` */
  bearer?: string | null | undefined;
  /** what goes into `Idempotency-Key`: sent again with the same key it is carried out once */
  key?: string;
  /** what goes into `If-None-Match` */
  etag?: string;
  headers?: Record<string, string>;
  /** gives up before the time is over */
  signal?: AbortSignal;
  /** until the whole answer is here, in milliseconds */
  timeout?: number;
  /** goes on when the page is left */
  keepalive?: boolean;
}

export interface Http {
  /** Asks what the contract says, and reads the answer by it. */
  call: <T = null>(endpoint: Endpoint<T>, options?: CallOptions) => Promise<Answer<T>>;
  /** The same with the caller's own reading of a good answer, which is none should that throw. */
  read: <T>(
    endpoint: Endpoint<unknown>,
    options: CallOptions,
    how: (response: Response) => Promise<T>,
  ) => Promise<Answer<T>>;
}

/** Sends a request once: `fetch`, or what stands before it. Rejects when no answer came. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpOptions {
  /** of the service, without a slash at the end; empty for the page's own */
  origin: string;
  /** whether cookies of the service go along */
  credentials: 'omit' | 'same-origin';
  /** what goes into `Accept-Language`; without it the browser's own */
  language?: string;
  send?: Send;
}

/** Until the whole answer is here, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** Statuses below 500 by which the service, or a proxy before it, says "not now". */
const RETRYABLE = [408, 425, 429];

/** Longest wait that a `Retry-After` can ask for, in seconds: timers end at 24 days, and nobody waits for a day. */
const LONGEST_WAIT = 86_400;

/** The page's `fetch`, with an address that is a string: wrappers that a page puts around it expect that. */
export const sendByFetch: Send = (url, init) => fetch(url, init);

/** The service over HTTP. Nothing is sent twice here: whoever repeats knows the key. */
export function createHttp({ origin, credentials, language, send = sendByFetch }: HttpOptions): Http {
  const read: Http['read'] = async ({ method, path }, options, how) => {
    const { json, body = json === undefined ? undefined : toJson(json), bearer, key, etag, signal } = options;
    const stop = new AbortController();
    const abort = () => stop.abort();
    const stopped = new Promise<never>((_, reject) => stop.signal.addEventListener('abort', reject));
    const timer = setTimeout(abort, options.timeout ?? TIMEOUT_MS);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      const sent = send(origin + addressOf(path, options), {
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
      return await Promise.race([sent.then((response) => answerFrom(response, how)), stopped]);
    } catch {
      return { outcome: 'unanswered', retryAfter: 0 };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
  return { read, call: (endpoint, options = {}) => read(endpoint, options, (response) => readBy(endpoint, response)) };
}

async function readBy<T>({ answer }: Endpoint<T>, response: Response): Promise<T> {
  return answer ? answer.parse(await response.json()) : (null as T);
}

/** An endpoint of whose answer only a part is wanted. */
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
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
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
    return { outcome: 'unanswered', retryAfter: retryAfter(response), status, ...(problem && { code: problem.code }) };
  } catch {
    return { outcome: 'unanswered', retryAfter: retryAfter(response), status };
  }
}

/** What an answer's `Retry-After` asks for, in seconds: it may be a number or a date; 0 where it asks for nothing. */
function retryAfter({ headers }: Response): number {
  const header = headers.get('Retry-After');
  if (!header) return 0;
  const seconds = Number(header) || (Date.parse(header) - Date.now()) / 1000;
  return Math.min(Math.max(0, seconds || 0), LONGEST_WAIT);
}
