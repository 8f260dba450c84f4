import * as z from 'zod/mini';
import type { FactorState, ProofWay } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** Longest name of a passkey, in UTF-16 code units. */
export const LONGEST_PASSKEY_NAME = 60;

/** How many recovery codes a set has. */
export const RECOVERY_CODES = 10;

/** Options of a WebAuthn ceremony: the browser's own business, passed through as they are. */
const Ceremony = z.looseObject({ challenge: z.string() });

/** Whether the agent has a second factor, and until when they may do without: with each answer that says who they are. */
export const FactorStanding = z.object({
  state: openEnum<FactorState>(),
  /** the end of the grace; null outside of it */
  until: z.nullable(z.string()),
});

export type FactorStanding = z.infer<typeof FactorStanding>;

const ways = z.array(openEnum<ProofWay>());

/** `POST /api/desk/session/passkey-options`: the options with which anybody begins to sign in by a passkey alone. */
export const passkeySignInOptions = {
  method: 'POST',
  path: '/api/desk/session/passkey-options',
  answer: z.object({ options: Ceremony }),
};

/**
 * `POST /api/desk/session/second-step-options`: what the second step can be done with, after the password. 401 when
 * there is no such step, or it took longer than 5 minutes.
 */
export const secondStepOptions = {
  method: 'POST',
  path: '/api/desk/session/second-step-options',
  answer: z.object({ ways, options: z.nullable(Ceremony) }),
};

/** `POST /api/desk/proof-options`: what the agent can prove themselves with again. */
export const proofOptions = {
  method: 'POST',
  path: '/api/desk/proof-options',
  answer: z.object({
    /** whether their last proof still counts, so that none is needed */
    isProven: z.boolean(),
    ways,
    options: z.nullable(Ceremony),
  }),
};

/** `POST /api/desk/proof`: proves the agent again; counts for 10 minutes. 204, or 403 `wrong-proof`. */
export const proveAgain = { method: 'POST', path: '/api/desk/proof' };

const Passkey = z.object({
  /** the public id of the row, not the credential's */
  id: z.string(),
  name: z.string(),
  addedAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  /** whether its maker keeps a copy: it survives the loss of the device */
  isBackedUp: z.boolean(),
});

export type Passkey = z.infer<typeof Passkey>;

/** `GET /api/desk/factors`: the agent's own second factors. */
export const listFactors = {
  method: 'GET',
  path: '/api/desk/factors',
  answer: z.object({
    standing: FactorStanding,
    passkeys: z.array(Passkey),
    /** since when an authenticator app is set up; null without one */
    totpSince: z.nullable(z.string()),
    /** unused codes of the current set */
    recoveryCodesLeft: z.number(),
  }),
};

export type Factors = z.infer<typeof listFactors.answer>;

/** `POST /api/desk/passkeys/options`: the options with which a browser makes a passkey. */
export const passkeyOptions = {
  method: 'POST',
  path: '/api/desk/passkeys/options',
  answer: z.object({ options: Ceremony }),
};

/** `POST /api/desk/passkeys`: keeps the passkey that the browser made. 201; 403 `wrong-proof`; 409 `list-full`. */
export const addPasskey = { method: 'POST', path: '/api/desk/passkeys', answer: z.object({ id: z.string() }) };

/** `POST /api/desk/passkeys/:passkey/name`: 204, or 404. */
export const renamePasskey = { method: 'POST', path: '/api/desk/passkeys/:passkey/name' };

/** `DELETE /api/desk/passkeys/:passkey`: 204; 404; 409 `last-factor` when it is the last and one is required. */
export const removePasskey = { method: 'DELETE', path: '/api/desk/passkeys/:passkey' };

/** `POST /api/desk/totp`: a secret for an authenticator app, shown only now; it counts once a code of it is shown. 201. */
export const setUpTotp = {
  method: 'POST',
  path: '/api/desk/totp',
  answer: z.object({ secret: z.string(), uri: z.string() }),
};

/** `POST /api/desk/totp/confirm`: a code of the app that was just set up. 204; 403 `wrong-proof`; 404 when none was. */
export const confirmTotp = { method: 'POST', path: '/api/desk/totp/confirm' };

/** `DELETE /api/desk/totp`: 204; 404; 409 `last-factor`. */
export const removeTotp = { method: 'DELETE', path: '/api/desk/totp' };

/** `POST /api/desk/recovery-codes`: a new set, shown only now; the old one ends. 201; 409 `conflict` without a factor. */
export const makeRecoveryCodes = {
  method: 'POST',
  path: '/api/desk/recovery-codes',
  answer: z.object({ codes: z.array(z.string()) }),
};
