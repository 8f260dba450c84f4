/** Every refusal of the API with its HTTP status. The only list: each client has its own words by code. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'This is not a request of HTTP' },
  'malformed-json': { status: 400, title: 'The body is not JSON in UTF-8' },
  'idempotency-key-missing': {
    status: 400,
    title: 'An Idempotency-Key of 16 to 255 visible ASCII characters is required',
  },
  unauthorised: { status: 401, title: 'This does not prove who you are' },
  'shop-unrecognised': { status: 403, title: 'No shop is registered under this support number and address' },
  'shop-mismatch': { status: 403, title: 'The page or the session is of another shop than the one named' },
  'signature-required': { status: 403, title: 'This shop takes tickets with a session of its panel only' },
  'sender-blocked': { status: 403, title: 'Tickets that nothing proves are not taken from here now; write or call' },
  'support-expired': { status: 403, title: 'This shop has no support today: it is over, or has not begun' },
  'not-bought-directly': { status: 403, title: 'This licence was not bought from the vendor' },
  'wrong-password': { status: 403, title: 'This is not the password you have' },
  'wrong-proof': { status: 403, title: 'This does not prove that it is you' },
  'proof-needed': { status: 403, title: 'Prove again that it is you; that counts for 10 minutes' },
  'second-factor-needed': { status: 403, title: 'Set up a passkey or an authenticator app first' },
  forbidden: { status: 403, title: 'This is for admins' },
  'scope-missing': { status: 403, title: 'This key may not do that' },
  'file-refused': { status: 403, title: 'The virus scanner found something in this file' },
  'foreign-page': { status: 403, title: 'The desk answers its own pages only' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  conflict: { status: 409, title: 'It stands otherwise by now' },
  'newer-message': { status: 409, title: 'Somebody wrote something that you have not seen' },
  'follow-up-unfit': { status: 409, title: 'This is no time to promise: it is past, or farther than 92 days' },
  'last-factor': { status: 409, title: 'A second factor is required of you, and this is the last one' },
  'file-unscanned': { status: 409, title: 'The virus scanner has not looked at this file yet, try again' },
  'address-taken': { status: 409, title: 'Another shop has this address' },
  'list-full': { status: 409, title: 'This list is as long as one may be' },
  'thread-full': { status: 409, title: 'This ticket is as long as one may be; open a new one' },
  'too-large': { status: 413, title: 'The body is larger than 256 kB' },
  'unsupported-media-type': { status: 415, title: 'Send application/json in UTF-8' },
  'file-kind-refused': {
    status: 415,
    title: 'Send a picture (PNG, JPEG, WebP, GIF), PDF, ZIP or text, with an ending that fits',
  },
  'invalid-request': { status: 422, title: 'Some fields are not as they should be' },
  'pixels-exceeded': { status: 422, title: 'A picture has 50 million pixels at most' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key came with another body before' },
  'rate-limited': { status: 429, title: 'Too many requests, try again later' },
  'headers-too-large': { status: 431, title: 'Address and headers are larger than 16 kB' },
  'quota-exceeded': { status: 429, title: 'Too many files wait to be sent, try again later' },
  overloaded: { status: 503, title: 'Too many wait for this right now, try again' },
  unavailable: { status: 503, title: 'The service cannot store this right now, try again' },
  internal: { status: 500, title: 'The service failed' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Errors of one field of a request. */
export type FieldErrorCode =
  | 'required'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'wrong-format'
  | 'not-allowed'
  | 'unknown-field'
  | 'not-well-formed'
  | 'control-character'
  | 'not-uploaded'
  | 'too-deep';

/** An invalid field of the request, named by its dotted path. */
export interface FieldError {
  path: string;
  code: FieldErrorCode;
  /** in Polish, for whoever runs another system: at the registry only */
  text?: string;
}

/**
 * An RFC 9457 problem as clients read it: unknown codes pass, and some refusals say more (who was faster, how many
 * bytes are there).
 */
export interface Problem {
  code: string;
  [member: string]: unknown;
}

/** Parses a problem; null for anything else. By hand: the badge reads problems on every page, without a library. */
export function readProblem(value: unknown): Problem | null {
  return typeof (value as Problem | null)?.code === 'string' ? (value as Problem) : null;
}
