import { createHmac, randomUUID } from 'node:crypto';
import type { SigningShop } from './renew-secrets.ts';

/** Where each panel has the page, below the address of its shop. */
const PAGE = '/zarzadzanie/pomoc-token';

/**
 * Answers `GET …/zarzadzanie/pomoc-token` of a demo panel with `{"token"}`, as `pomoc-token.php` does in a real one. A
 * real panel checks first that its owner is signed in; the demo, which has no sign-in, answers its own pages only.
 * @param request whose `Host` says which panel
 * @returns null when the request is for something else
 */
export function answerTokenPage(
  request: Request,
  shops: readonly SigningShop[],
  now: Temporal.Instant,
): Response | null {
  const url = new URL(request.url);
  const shop = shops.find(({ installUrl }) => {
    const page = new URL(installUrl + PAGE);
    return request.method === 'GET' && page.hostname === url.hostname && page.pathname === url.pathname;
  });
  if (!shop) return null;
  const headers = { 'cache-control': 'no-store' };
  return isOwnPage(request, url)
    ? Response.json({ token: sign(shop, now) }, { headers })
    : new Response(null, { status: 403, headers });
}

function isOwnPage({ headers }: Request, url: URL): boolean {
  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site') ?? 'none';
  return (origin === null || origin === url.origin) && ['same-origin', 'none'].includes(site);
}

/** The same steps as in `pomoc-token.php`, for panels that are pretended in TypeScript. */
function sign({ kid, secret, supportNumber, installUrl }: SigningShop, now: Temporal.Instant): string {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const header = encode({ alg: 'HS256', typ: 'JWT', kid });
  const claims = encode({
    aud: 'pomoc-online',
    sub: supportNumber,
    url: installUrl,
    iat: seconds,
    exp: seconds + 120,
    jti: randomUUID(),
  });
  return `${header}.${claims}.${createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url')}`;
}
