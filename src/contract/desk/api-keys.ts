import * as z from 'zod/mini';
import { API_SCOPES, type ApiScope } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { line } from '../text.ts';
import { AgentName } from './queue-row.ts';

/** A key by which another system of the vendor reads and writes the registry; never the key itself. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(openEnum<ApiScope>()),
  madeAt: z.string(),
  madeBy: z.nullable(AgentName),
  /** to the minute; null while nobody used it */
  usedAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});

export type ApiKey = z.infer<typeof ApiKey>;

/** `GET /api/desk/keys`, for admins: valid ones first, the newest first. */
export const listApiKeys = {
  method: 'GET',
  path: '/api/desk/keys',
  answer: z.object({ keys: z.array(ApiKey) }),
};

/**
 * `POST /api/desk/keys`, for admins with a fresh proof: a new key, shown in this response and never again. 201; 409
 * `list-full` with as many valid ones as there may be.
 */
export const makeApiKey = {
  method: 'POST',
  path: '/api/desk/keys',
  answer: z.object({ id: z.string(), key: z.string() }),
};

export type MadeApiKey = z.infer<typeof makeApiKey.answer>;

/** `DELETE /api/desk/keys/:key`, for admins with a fresh proof: it opens nothing any more. 204; 404 when there is no such valid key. */
export const revokeApiKey = { method: 'DELETE', path: '/api/desk/keys/:key' };

/** The longest name of a key. */
export const KEY_NAME_LENGTH = 100;

export const MakeApiKeyRequest = z.strictObject({
  name: line(1, KEY_NAME_LENGTH),
  scopes: z.array(z.enum(API_SCOPES)).check(z.minLength(1), z.maxLength(API_SCOPES.length)),
});

export type MakeApiKeyRequest = z.infer<typeof MakeApiKeyRequest>;
