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
}

/**
 * The service over HTTP; the session is in a cookie that scripts cannot read.
 * @param onSignedOut called whenever an answer says that the session is over
 */
export function createDeskHttp(onSignedOut: () => void): DeskHttp {
  const http = createHttp({ origin: '', credentials: 'same-origin', send: sendByKy });
  function deskAnswer<T>(answer: Answer<T>): DeskAnswer<T> {
    if ('status' in answer && answer.status === 401) {
      onSignedOut();
      return { outcome: 'signed-out' };
    }
    // No request carries an ETag here, so "unchanged" is not a valid response.
    return answer.outcome === 'unchanged' ? { outcome: 'unanswered', retryAfter: 0 } : answer;
  }
  return {
    call: async (endpoint, options) => deskAnswer(await http.call(endpoint, options)),
    read: async (endpoint, options, how) => deskAnswer(await http.read(endpoint, options, how)),
  };
}
