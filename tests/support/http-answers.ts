import type { Answer, CallOptions, Endpoint } from '../../browser/http.ts';
import { addressOf } from '../../browser/http.ts';
import type { DeskAnswer, DeskHttp } from '../../desk/client/desk-http.ts';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problem.ts';

type Outcome<K extends Answer<never>['outcome']> = Extract<Answer<never>, { outcome: K }>;

/** The service answers with this. */
export function ok<T>(value: T, etag = ''): Extract<Answer<T>, { outcome: 'ok' }> {
  return { outcome: 'ok', value, status: 200, etag };
}

/** The service refuses with this code, and says more. */
export function refused(code: ProblemCode, more: Record<string, unknown> = {}): Outcome<'refused'> {
  return { outcome: 'refused', status: PROBLEMS[code].status, code, problem: { code, ...more } };
}

/** Nothing comes back. */
export const SILENCE: Outcome<'unanswered'> = { outcome: 'unanswered', retryAfter: 0 };

/** What a pretended service answers: the body of a good answer, or how it ended otherwise. */
export type Pretended = { body: unknown } | Exclude<DeskAnswer<never>, { outcome: 'ok' }>;

/** What a pretended service was asked. */
export interface Question {
  method: string;
  /** with its values and its query */
  path: string;
  body?: unknown;
  key?: string | undefined;
}

/** The desk's HTTP over a service that answers so. */
export function pretendHttp(answer: (question: Question) => Pretended | Promise<Pretended>): DeskHttp {
  async function read<T>(
    { method, path }: Endpoint<unknown>,
    options: CallOptions,
    how: (response: Response) => Promise<T>,
  ): Promise<DeskAnswer<T>> {
    const { json, key } = options;
    const pretended = await answer({ method, path: addressOf(path, options), body: json, key });
    return 'body' in pretended ? ok(await how(Response.json(pretended.body))) : pretended;
  }
  return {
    read,
    prove: async () => true,
    call: <T>(endpoint: Endpoint<T>, options: CallOptions = {}) =>
      read(endpoint, options, async (response) => {
        const body: unknown = await response.json();
        return endpoint.answer ? endpoint.answer.parse(body) : (null as T);
      }),
  };
}
