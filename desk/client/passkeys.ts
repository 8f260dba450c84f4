import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';

/** Options of a ceremony as the service sends them: for the browser only. */
export interface Ceremony {
  challenge: string;
  [member: string]: unknown;
}

/**
 * How a ceremony ended.
 *
 * - `cancelled`: by the agent, or it took too long; browsers do not say which
 * - `known`: this device has a passkey of this agent already
 * - `impossible`: not in this browser, or not at this address, such as an IP address
 */
export type Shown = { outcome: 'ok'; credential: object } | { outcome: 'cancelled' | 'known' | 'impossible' };

/** Whether the browser has passkeys at all. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

/** Loaded while the page stands open already: nobody who only signs in by a password waits for it. */
const kit = () => import('./passkey-kit.ts');

/** Asks for a passkey, which the browser asks the agent for. */
export function showPasskey(options: Ceremony): Promise<Shown> {
  return perform(async () => {
    const { startAuthentication } = await kit();
    return startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON });
  });
}

/** Whether the browser can offer passkeys among the names it fills in. */
export async function canOfferPasskeys(): Promise<boolean> {
  return hasPasskeys() && (await kit()).browserSupportsWebAuthnAutofill();
}

/** Offers passkeys among the names that the browser fills in; ends when one is chosen, or by `stopOffering`. */
export function offerPasskeys(options: Ceremony): Promise<Shown> {
  return perform(async () => {
    const { startAuthentication } = await kit();
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    return startAuthentication({ optionsJSON, useBrowserAutofill: true });
  });
}

/** Ends the offer, or whatever else is going on. */
export async function stopOffering(): Promise<void> {
  (await kit()).WebAuthnAbortService.cancelCeremony();
}

/** How a ceremony ends, whatever the browser throws. */
export async function perform(ceremony: () => Promise<object>): Promise<Shown> {
  try {
    return { outcome: 'ok', credential: await ceremony() };
  } catch (error) {
    const { name } = error as Error;
    if (name === 'InvalidStateError') return { outcome: 'known' };
    return { outcome: name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'impossible' };
  }
}
