import * as z from 'zod/mini';
import { personName } from '../text.ts';
import { LONGEST_PASSKEY_NAME } from './second-factor.ts';

/** What a browser returns from a ceremony; `@simplewebauthn/server` checks it member by member. */
const base64url = z.string().check(z.regex(/^[\w-]{1,8000}$/));

const Credential = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

const Registration = z.extend(Credential, {
  response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
});

const Assertion = z.extend(Credential, {
  response: z.looseObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
  }),
});

/** Six digits of an authenticator app, with the space that apps show. */
const totpCode = z.string().check(z.maxLength(20));

/** A recovery code as typed: case, spaces and dashes do not count. */
const recoveryCode = z.string().check(z.minLength(1), z.maxLength(60));

/** A second factor, as it is shown. */
const factorProofs = [
  z.strictObject({ way: z.literal('passkey'), credential: Assertion }),
  z.strictObject({ way: z.literal('totp'), code: totpCode }),
  z.strictObject({ way: z.literal('recovery'), code: recoveryCode }),
] as const;

/** The body of `POST /api/desk/session/passkey`, which signs in by a passkey alone; 401 for every wrong one. */
export const PasskeySignInRequest = z.strictObject({ credential: Assertion });

/** The body of `POST /api/desk/session/second-step`. 403 `wrong-proof`; 401 when the step is over: password again. */
export const SecondStepRequest = z.discriminatedUnion('way', factorProofs);

export type FactorProof = z.infer<typeof SecondStepRequest>;

/** The body of `POST /api/desk/proof`; the password counts for who has no second factor. */
export const ProveAgainRequest = z.discriminatedUnion('way', [
  ...factorProofs,
  z.strictObject({ way: z.literal('password'), password: z.string().check(z.minLength(1), z.maxLength(200)) }),
]);

export type ProveAgainRequest = z.infer<typeof ProveAgainRequest>;

/** The body of `POST /api/desk/passkeys`. */
export const AddPasskeyRequest = z.strictObject({
  name: personName(LONGEST_PASSKEY_NAME),
  credential: Registration,
});

/** The body of `POST /api/desk/passkeys/:passkey/name`. */
export const RenamePasskeyRequest = z.strictObject({ name: personName(LONGEST_PASSKEY_NAME) });

/** The body of `POST /api/desk/totp/confirm`. */
export const ConfirmTotpRequest = z.strictObject({ code: totpCode });
