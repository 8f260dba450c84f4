import type { CDPSession, Page } from 'playwright';

/** An authenticator of Chromium's, which its owner unlocks at once: what a laptop with a finger reader has. */
export interface VirtualAuthenticator {
  /** loses it with all its passkeys */
  lose: () => Promise<void>;
  /** whether its owner unlocks it at once, or leaves it lying there */
  leaveAlone: (isLeft: boolean) => Promise<void>;
  passkeys: () => Promise<number>;
}

export async function plugIn(page: Page): Promise<VirtualAuthenticator> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    lose: async () => {
      await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
    leaveAlone: async (isLeft) => {
      await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: !isLeft });
    },
    passkeys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}
