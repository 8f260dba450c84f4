import { createHmac } from 'node:crypto';
import type { ShopSecret } from '../../src/identity/make-shop-secret.ts';
import { ZURAW } from './requests.ts';
import { NOW } from './service.ts';

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
