import { DEMO_AGENTS } from './seed-agents.ts';

/** The path at which the demo's index signs in with one press. */
const PAGE = '/demo/desk';
const HOSTS = ['localhost', '127.0.0.1'];

/**
 * Answers `POST /demo/desk` of the demo's own index: signs one of its agents in as the desk's page would, and goes there.
 * @param ask the service itself: it alone makes sessions
 * @returns null when the request is for something else
 */
export function answerSignInPage(
  request: Request,
  ask: (request: Request) => Promise<Response>,
): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'POST' || url.pathname !== PAGE || !HOSTS.includes(url.hostname)) return null;
  return signIn(request, url, ask);
}

async function signIn(request: Request, url: URL, ask: (request: Request) => Promise<Response>): Promise<Response> {
  // `no-referrer` of the index makes its Origin „null”, so what says where the press was is this header alone.
  const site = request.headers.get('Sec-Fetch-Site') ?? 'none';
  if (!['same-origin', 'none'].includes(site)) return new Response(null, { status: 403 });
  const form = new URLSearchParams(await request.text());
  const { email, password } = form.get('agent') === 'jan' ? DEMO_AGENTS.jan : DEMO_AGENTS.ola;
  const signedIn = await ask(
    new Request(new URL('/api/desk/session', url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Host: url.host,
        // For the labels in the list of sessions.
        'User-Agent': request.headers.get('User-Agent') ?? '',
      },
      body: JSON.stringify({ email, password }),
    }),
  );
  const headers = new Headers({ Location: '/desk/', 'Cache-Control': 'no-store' });
  for (const cookie of signedIn.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
