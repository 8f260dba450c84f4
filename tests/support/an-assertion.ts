import { createHmac } from 'node:crypto';
import { makeShopSecret, type ShopSecret } from '../../src/identity/make-shop-secret.ts';
import { post, ZURAW } from './requests.ts';
import { NOW, SECRET_KEYS, type Service } from './service.ts';

/** The tests' instant as a JWT writes it. */
export const NOW_SECONDS = NOW.epochMilliseconds / 1000;

let assertions = 0;

/** The claims of a good assertion for Żuraw at the tests' instant, with what the test wants otherwise. */
export function claims(otherwise: Record<string, unknown> = {}): Record<string, unknown> {
  assertions += 1;
  return {
    aud: 'pomoc-online',
    sub: ZURAW.supportNumber,
    url: ZURAW.installUrl,
    iat: NOW_SECONDS,
    exp: NOW_SECONDS + 60,
    jti: `assertion-${String(assertions).padStart(10, '0')}`,
    ...otherwise,
  };
}

/** A JWT signed by HMAC-SHA-256, whatever its header says; made without jose, which the service reads it with. */
export function sign(payload: unknown, { kid, secret }: ShopSecret, header: Record<string, unknown> = {}): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ alg: 'HS256', typ: 'JWT', kid, ...header })}.${encode(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** A new secret of a shop. */
export async function aSecret(api: Service, { supportNumber } = ZURAW): Promise<ShopSecret> {
  const secret = await makeShopSecret(api.store, SECRET_KEYS, supportNumber, api.clock.now);
  if (!secret) throw new Error(`There is no shop ${supportNumber}`);
  return secret;
}

/** A session of a shop, opened as its panel would. */
export async function aSession(api: Service, secret: ShopSecret, shop = ZURAW): Promise<string> {
  const now = Math.floor(api.clock.now.epochMilliseconds / 1000);
  const assertion = claims({ sub: shop.supportNumber, url: shop.installUrl, iat: now, exp: now + 60 });
  const response = await api.app.request('/api/v1/session', post({ token: sign(assertion, secret) }));
  return ((await response.json()) as { session: string }).session;
}
