import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { type Ceremony, perform, type Shown } from '../../client/passkeys.ts';

/** Makes a passkey, for which the browser asks the agent. */
export function makePasskey(options: Ceremony): Promise<Shown> {
  return perform(() =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
}
