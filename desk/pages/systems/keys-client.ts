import {
  type ApiKey,
  listApiKeys,
  type MadeApiKey,
  type MakeApiKeyRequest,
  makeApiKey,
  revokeApiKey,
} from '../../../src/contract/desk/api-keys.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests about the keys of other systems. */
export interface KeysClient {
  list: () => Promise<DeskAnswer<{ keys: ApiKey[] }>>;
  make: (wanted: MakeApiKeyRequest) => Promise<DeskAnswer<MadeApiKey>>;
  revoke: (key: string) => Promise<DeskAnswer<null>>;
}

export function createKeysClient({ call }: DeskHttp): KeysClient {
  return {
    list: () => call(listApiKeys),
    make: (json) => call(makeApiKey, { json }),
    revoke: (key) => call(revokeApiKey, { params: { key } }),
  };
}
