import type { Result } from '../../browser/deliver.ts';
import { type Answer, type CallOptions, createHttp, type Endpoint } from '../../browser/http.ts';
import { sendByKy } from '../../browser/send-by-ky.ts';

/** How a request of the desk ended. A 401 is no refusal here: the session is over, or there was none. */
export type DeskAnswer<T> = Exclude<Answer<T>, { outcome: 'unchanged' }> | { outcome: 'signed-out' };

/** The same for a sender: without a session an entry waits. */
export function toResult<T>(answer: DeskAnswer<T>): Result<T> {
  return answer.outcome === 'signed-out' ? { outcome: 'refused', code: 'unauthorised', status: 401 } : answer;
}

/** The service as the desk's clients call it: see `Http`. */
export interface DeskHttp {
  call: <T = null>(endpoint: Endpoint<T>, options?: CallOptions) => Promise<DeskAnswer<T>>;
  read: <T>(
    endpoint: Endpoint<unknown>,
    options: CallOptions,
    how: (response: Response) => Promise<T>,
  ) => Promise<DeskAnswer<T>>;
  /** asks for a fresh proof where the last one is old, for what the browser loads by itself; false when there is none */
  prove: () => Promise<boolean>;
}

/** What the page does when the service says so. */
export interface DeskHttpOptions {
  /** the session is over */
  onSignedOut: () => void;
  /** asks for the fresh proof that a request needs; true when there is one: the request is sent again */
  prove?: () => Promise<boolean>;
}

/** The service over HTTP; the session is in a cookie that scripts cannot read. */
export function createDeskHttp({ onSignedOut, prove = async () => false }: DeskHttpOptions): DeskHttp {
  const http = createHttp({ origin: '', credentials: 'same-origin', send: sendByKy });
  async function deskAnswer<T>(ask: () => Promise<Answer<T>>): Promise<DeskAnswer<T>> {
    let answer = await ask();
    if (answer.outcome === 'refused' && answer.code === 'proof-needed' && (await prove())) answer = await ask();
    if ('status' in answer && answer.status === 401) {
      onSignedOut();
      return { outcome: 'signed-out' };
    }
    // No request carries an ETag here, so "unchanged" is not a valid response.
    return answer.outcome === 'unchanged' ? { outcome: 'unanswered', retryAfter: 0 } : answer;
  }
  return {
    call: (endpoint, options) => deskAnswer(() => http.call(endpoint, options)),
    read: (endpoint, options, how) => deskAnswer(() => http.read(endpoint, options, how)),
    prove,
  };
}
