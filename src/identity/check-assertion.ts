import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { shopIdentity } from '../contract/shops/shop-identity.ts';

/** The audience (`aud`) of assertions. */
const AUDIENCE = 'pomoc-online';
/** The one algorithm: taking it from the token would let `none`, or a public key used as an HMAC key, pass. */
const ALGORITHM = 'HS256';
/** The longest life of an assertion, from `iat` to `exp`, in seconds. */
const LIFE_SECONDS = 300;
/** How far apart our clock and the shop's may be, in seconds. */
const SKEW_SECONDS = 30;

/** The shape of `newId('k')`. Other texts are not looked up: a NUL would make PostgreSQL fail. */
const SECRET_ID = /^k_[\w-]{12}$/;

/** The claims of an assertion whose signature and times are valid. */
export interface Assertion {
  supportNumber: string;
  installUrl: string;
  /** the id under which it may be used once */
  jti: string;
  /** when it is refused as too old, skew included */
  refusedFrom: Temporal.Instant;
}

/**
 * The id of the secret that a token claims to be signed with (`kid`); null when it is no JWT or has none. Proves
 * nothing.
 */
export function secretIdOf(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return typeof kid === 'string' && SECRET_ID.test(kid) ? kid : null;
  } catch {
    return null;
  }
}

/**
 * Checks a panel's JWT against the secret of its `kid`: HS256, `aud`, `iat` and `exp` at most 300 s apart and valid at
 * `now` with 30 s of skew, a `jti` of 16 to 64 visible characters. A stolen assertion is thus of little use. The caller
 * checks that the `jti` is new, and that number and address are those of the secret's shop.
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

/** Checks what jose does not: times in whole seconds, a single audience, claims that are texts. */
function readClaims({ aud, iat, exp, jti, sub, url }: JWTPayload): Assertion | null {
  if (aud !== AUDIENCE) return null;
  if (!isSecond(iat) || !isSecond(exp) || exp <= iat || exp - iat > LIFE_SECONDS) return null;
  if (typeof jti !== 'string' || !/^[\x21-\x7e]{16,64}$/.test(jti)) return null;
  const [number, address] = [shopIdentity.supportNumber.safeParse(sub), shopIdentity.installUrl.safeParse(url)];
  if (!number.success || !address.success) return null;
  const refusedFrom = Temporal.Instant.fromEpochMilliseconds((exp + SKEW_SECONDS) * 1000);
  return { supportNumber: number.data, installUrl: address.data, jti, refusedFrom };
}

/** With a fraction of a second, an assertion would outlive its row in `used_assertions` and could be used twice. */
function isSecond(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
