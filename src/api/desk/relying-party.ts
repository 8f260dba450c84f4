import type { Context } from 'hono';
import type { RelyingParty } from '../../identity/check-passkey.ts';
import type { ApiDeps } from '../api-deps.ts';

/**
 * The desk as passkeys know it: the host of `PUBLIC_URL`, or the one by which we were asked where that is not set, as on
 * localhost. Asked by a made-up host, we would ask for passkeys of that host, which no browser has for our page.
 */
export function relyingParty(
  context: Context,
  { publicUrl, publicHost }: Pick<ApiDeps, 'publicUrl' | 'publicHost'>,
): RelyingParty {
  if (publicHost !== null) {
    const { hostname, origin } = new URL(publicUrl);
    return { id: hostname, origins: [origin] };
  }
  const host = context.req.header('Host') ?? new URL(context.req.url).host;
  const asked = URL.parse(`http://${host}`);
  if (!asked) return { id: 'invalid', origins: [] };
  // Whether TLS ends before us is not known then.
  return { id: asked.hostname, origins: [`http://${asked.host}`, `https://${asked.host}`] };
}
