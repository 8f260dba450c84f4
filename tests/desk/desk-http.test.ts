import { HttpHandler, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { createDeskHttp } from '../../desk/client/desk-http.ts';
import { problem, service } from '../support/widget-service.ts';

const sessions = { method: 'DELETE', path: '/api/desk/sessions/:session' };

function serve(answer: () => Response): Headers[] {
  const asked: Headers[] = [];
  service.worker.use(
    new HttpHandler('DELETE', `${location.origin}/api/desk/sessions/:session`, ({ request }) => {
      asked.push(request.headers);
      return answer();
    }),
  );
  return asked;
}

describe('an answer that says 401', () => {
  test.each<[string, () => Response]>([
    ['as a problem', () => problem('unauthorised')],
    ['as a page of a proxy', () => HttpResponse.html('<title>Sign in</title>', { status: 401 })],
  ])('%s is the end of the session, of which the desk is told', async (_how, answer) => {
    serve(answer);
    const signedOut = vi.fn();
    expect(await createDeskHttp({ onSignedOut: signedOut }).call(sessions, { params: { session: 'e_1' } })).toEqual({
      outcome: 'signed-out',
    });
    expect(signedOut).toHaveBeenCalledOnce();
  });
});

test('any other answer is what it is, and the session goes on', async () => {
  serve(() => problem('forbidden'));
  const signedOut = vi.fn();
  const answer = await createDeskHttp({ onSignedOut: signedOut }).call(sessions, { params: { session: 'e_1' } });
  expect(answer).toMatchObject({ outcome: 'refused', status: 403, code: 'forbidden' });
  expect(signedOut).not.toHaveBeenCalled();
});
