import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { insertPasskey, passkeysOfAgent, updatePasskeyName } from '../store/passkeys.ts';
import type { RelyingParty } from './check-passkey.ts';
import { CHALLENGE_MINUTES, giveChallenge, spendChallenge } from './passkey-challenges.ts';
import type { DeskSession } from './read-agent-session.ts';
import { newId } from './token.ts';

/** Passkeys that one agent may have: more devices than anybody carries. */
const MOST_PASSKEYS = 20;

/** EdDSA, ES256 and RS256: what every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257];

/** The name that browsers show for the desk. */
const PARTY_NAME = 'Pomoc online';

/**
 * The options with which a browser makes a passkey: one that names its agent, so that no e-mail has to be typed, and that
 * its owner unlocks each time. Nobody attests what device it is: the vendor has no list of good ones.
 */
export async function passkeyCreation(
  deps: StoreAndClock,
  { agent, tokenHash }: DeskSession,
  { id: rpID }: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const challenge = await giveChallenge(deps, { purpose: 'registration', boundTo: tokenHash });
  const kept = await passkeysOfAgent(deps.store, agent.id);
  return generateRegistrationOptions({
    rpName: PARTY_NAME,
    rpID,
    userID: new Uint8Array(Buffer.from(agent.id)),
    userName: agent.email,
    userDisplayName: agent.name,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: kept.map(({ credential_id, transports }) => ({
      id: credential_id,
      transports: JSON.parse(transports),
    })),
  });
}

/** `wrong`: not the answer to the challenge that this session was given, or a passkey that is kept already. */
export type PasskeyAdded = { outcome: 'added'; id: string } | { outcome: 'wrong' } | { outcome: 'full' };

/** Keeps the passkey that a browser made. */
export async function addPasskey(
  deps: StoreAndClock,
  { agent, tokenHash }: DeskSession,
  party: RelyingParty,
  { credential, name }: { credential: unknown; name: string },
): Promise<PasskeyAdded> {
  const challenge = await spendChallenge(deps, { purpose: 'registration', boundTo: tokenHash });
  if (challenge === null) return { outcome: 'wrong' };
  const verified = await verify(credential as RegistrationResponseJSON, challenge, party);
  if (!verified?.verified) return { outcome: 'wrong' };
  const { credential: made, credentialBackedUp } = verified.registrationInfo;
  const at = toInstantText(deps.now());
  const id = newId('p');
  return deps.store.transaction().execute(async (transaction) => {
    if ((await passkeysOfAgent(transaction, agent.id)).length >= MOST_PASSKEYS) return { outcome: 'full' };
    const isNew = await insertPasskey(transaction, {
      id,
      credential_id: made.id,
      agent_id: agent.id,
      public_key: Buffer.from(made.publicKey).toString('base64url'),
      counter: made.counter,
      transports: JSON.stringify(made.transports ?? []),
      backed_up: credentialBackedUp ? 1 : 0,
      name,
      created_at: at,
      last_used_at: null,
    });
    if (!isNew) return { outcome: 'wrong' };
    await appendEvent(transaction, { at, actor: agent.id, action: 'agent.passkey-added', details: { passkey: id } });
    return { outcome: 'added', id };
  });
}

/** Renames a passkey of an agent; false when they have no such. */
export async function renamePasskey(
  { store, now }: StoreAndClock,
  agentId: string,
  id: string,
  name: string,
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    if (!(await updatePasskeyName(transaction, { agentId, id, name }))) return false;
    const at = toInstantText(now());
    await appendEvent(transaction, { at, actor: agentId, action: 'agent.passkey-renamed', details: { passkey: id } });
    return true;
  });
}

/** The library throws for most of what can be wrong. */
async function verify(
  response: RegistrationResponseJSON,
  expectedChallenge: string,
  { id, origins }: RelyingParty,
): Promise<VerifiedRegistrationResponse | null> {
  try {
    return await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origins,
      expectedRPID: id,
      supportedAlgorithmIDs: ALGORITHMS,
      requireUserVerification: true,
    });
  } catch {
    return null;
  }
}
