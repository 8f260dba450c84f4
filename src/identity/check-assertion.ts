import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { shopIdentity } from '../contract/shop-identity.ts';

/** Whom assertions are for. */
const AUDIENCE = 'pomoc-online';
/** The one algorithm: taking it from the token would let `none`, or a public key used as an HMAC key, pass. */
const ALGORITHM = 'HS256';
/** The longest life of an assertion, from `iat` to `exp`, in seconds. */
const LIFE_SECONDS = 300;
/** How far apart our clock and the shop's may be, in seconds. */
const SKEW_SECONDS = 30;

/** What `newId('k')` makes. Other texts are not looked up: a NUL alone would make PostgreSQL fail. */
const SECRET_ID = /^k_[\w-]{12}$/;

/** What a panel says of the person in front of it, after its signature and its times were found good. */
export interface Assertion {
  supportNumber: string;
  installUrl: string;
  /** the name under which it may be used once */
  jti: string;
  /** from this instant on it would be refused as too old, skew included */
  refusedFrom: Temporal.Instant;
}

/** The name of the secret that a token says it was signed with; null when it is no JWT or names none. Proves nothing. */
export function secretIdOf(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return typeof kid === 'string' && SECRET_ID.test(kid) ? kid : null;
  } catch {
    return null;
  }
}

/**
 * Checks a panel's JWT against the secret its `kid` names (M3): HS256, `aud`, `iat` and `exp` at most 300 s apart and
 * good at `now` with 30 s of skew, a `jti` of 16 to 64 visible characters. Whether the `jti` came before, and whether the
 * number and address are the secret's own shop, is for the caller to find out.
 */
export async function checkAssertion(token: string, secret: string, now: Temporal.Instant): Promise<Assertion | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: LIFE_SECONDS,
      requiredClaims: ['exp', 'jti', 'sub', 'url'],
      currentDate: new Date(now.epochMilliseconds),
    });
    return readClaims(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** What jose leaves open: times in whole seconds, one audience and not one of several, texts that are texts. */
function readClaims({ aud, iat, exp, jti, sub, url }: JWTPayload): Assertion | null {
  if (aud !== AUDIENCE) return null;
  if (!isSecond(iat) || !isSecond(exp) || exp <= iat || exp - iat > LIFE_SECONDS) return null;
  if (typeof jti !== 'string' || !/^[\x21-\x7e]{16,64}$/.test(jti)) return null;
  const [number, address] = [shopIdentity.supportNumber.safeParse(sub), shopIdentity.installUrl.safeParse(url)];
  if (!number.success || !address.success) return null;
  const refusedFrom = Temporal.Instant.fromEpochMilliseconds((exp + SKEW_SECONDS) * 1000);
  return { supportNumber: number.data, installUrl: address.data, jti, refusedFrom };
}

/** A fraction would outlive its own row in `used_assertions` by less than a second: long enough to come twice. */
function isSecond(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
