import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findPasskey, notePasskeyUse, type PasskeyRow, passkeysOfAgent } from '../store/passkeys.ts';
import { CHALLENGE_MINUTES, type ChallengeHolder, giveChallenge, spendChallenge } from './passkey-challenges.ts';

/** Whose passkeys are asked for: the desk, as browsers know it. */
export interface RelyingParty {
  /** the host, without a port */
  id: string;
  /** the origins that the desk is opened at */
  origins: string[];
}

/**
 * The options with which a browser asks for a passkey.
 * @param agentId whose; null when anybody's does, which the authenticator then names
 */
export async function passkeyRequest(
  deps: StoreAndClock,
  holder: ChallengeHolder,
  { id: rpID }: RelyingParty,
  agentId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const passkeys = agentId === null ? [] : await passkeysOfAgent(deps.store, agentId);
  return generateAuthenticationOptions({
    rpID,
    challenge: Buffer.from(await giveChallenge(deps, holder), 'base64url'),
    timeout: CHALLENGE_MINUTES * 60_000,
    userVerification: 'required',
    allowCredentials: passkeys.map(({ credential_id, transports }) => ({
      id: credential_id,
      transports: JSON.parse(transports),
    })),
  });
}

/**
 * Checks what a browser answered, and notes the use. The challenge is spent whatever it was answered with. A passkey
 * proves two things at once: that the device is there, and that its owner unlocked it.
 * @param agentId whose it must be; null for anybody's
 * @returns the id of the agent whose passkey it is; null when anything about it is wrong
 */
export async function checkPasskey(
  deps: StoreAndClock,
  holder: ChallengeHolder,
  party: RelyingParty,
  { credential, agentId }: { credential: unknown; agentId: string | null },
): Promise<string | null> {
  const challenge = await spendChallenge(deps, holder);
  // The contract checks the shape of what is read here, and the library that of the rest.
  const response = credential as AuthenticationResponseJSON;
  const passkey = await findPasskey(deps.store, response.id);
  if (challenge === null || !passkey || (agentId !== null && passkey.agent_id !== agentId)) return null;
  if (!namesAgent(response, passkey.agent_id)) return null;
  const verified = await verify(response, challenge, party, passkey);
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  const isNoted = await notePasskeyUse(deps.store, {
    id: passkey.id,
    counter: newCounter,
    backed_up: credentialBackedUp ? 1 : 0,
    seenCounter: passkey.counter,
    at: toInstantText(deps.now()),
  });
  return isNoted ? passkey.agent_id : null;
}

/** An authenticator that names a user names the one to whom the passkey was given. */
function namesAgent({ response: { userHandle } }: AuthenticationResponseJSON, agentId: string): boolean {
  return !userHandle || Buffer.from(userHandle, 'base64url').toString() === agentId;
}

/** The library throws for most of what can be wrong, also for a counter that went back: a copied key. */
async function verify(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { id, origins }: RelyingParty,
  { credential_id, public_key, counter }: PasskeyRow,
): Promise<VerifiedAuthenticationResponse | null> {
  try {
    return await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origins,
      expectedRPID: id,
      credential: { id: credential_id, publicKey: new Uint8Array(Buffer.from(public_key, 'base64url')), counter },
      requireUserVerification: true,
    });
  } catch {
    return null;
  }
}
