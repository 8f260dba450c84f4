import { partOf } from '../../../browser/http.ts';
import {
  addPasskey,
  confirmTotp,
  type Factors,
  listFactors,
  makeRecoveryCodes,
  passkeyOptions,
  removePasskey,
  removeTotp,
  renamePasskey,
  setUpTotp,
} from '../../../src/contract/desk/second-factor.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';
import type { Ceremony } from '../../client/passkeys.ts';

/** Requests about the agent's own second factors. */
export interface FactorsClient {
  list: () => Promise<DeskAnswer<Factors>>;
  passkeyOptions: () => Promise<DeskAnswer<Ceremony>>;
  addPasskey: (name: string, credential: object) => Promise<DeskAnswer<unknown>>;
  renamePasskey: (passkey: string, name: string) => Promise<DeskAnswer<null>>;
  removePasskey: (passkey: string) => Promise<DeskAnswer<null>>;
  setUpTotp: () => Promise<DeskAnswer<{ secret: string; uri: string }>>;
  confirmTotp: (code: string) => Promise<DeskAnswer<null>>;
  removeTotp: () => Promise<DeskAnswer<null>>;
  makeCodes: () => Promise<DeskAnswer<string[]>>;
}

export function createFactorsClient({ call }: DeskHttp): FactorsClient {
  return {
    list: () => call(listFactors),
    passkeyOptions: () =>
      call(
        partOf(passkeyOptions, ({ options }) => options),
        { json: {} },
      ),
    addPasskey: (name, credential) => call(addPasskey, { json: { name, credential } }),
    renamePasskey: (passkey, name) => call(renamePasskey, { params: { passkey }, json: { name } }),
    removePasskey: (passkey) => call(removePasskey, { params: { passkey } }),
    setUpTotp: () => call(setUpTotp, { json: {} }),
    confirmTotp: (code) => call(confirmTotp, { json: { code } }),
    removeTotp: () => call(removeTotp),
    makeCodes: () =>
      call(
        partOf(makeRecoveryCodes, ({ codes }) => codes),
        { json: {} },
      ),
  };
}
