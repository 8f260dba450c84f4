import { MakeApiKeyRequest } from '../../contract/desk/api-keys.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from '../../identity/api-keys.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin } from './as-agent.ts';

/** `GET /api/desk/keys` */
export const answerListApiKeys = asAdmin(async (context, { store }) =>
  context.json({ keys: await listApiKeys(store) }),
);

/** `POST /api/desk/keys`: the only response that ever contains the key. */
export const answerMakeApiKey = asAdmin(async (context, deps, { id: actor }) => {
  const read = await readJson(context, MakeApiKeyRequest);
  if (!read.ok) return read.refusal;
  const made = await makeApiKey(deps, read.request, actor);
  return made ? context.json(made, 201) : problem(context, 'list-full');
});

/** `DELETE /api/desk/keys/:key` */
export const answerRevokeApiKey = asAdmin(async (context, deps, { id: actor }) => {
  const isRevoked = await revokeApiKey(deps, pathParameter(context, 'key'), actor);
  return isRevoked ? context.body(null, 204) : problem(context, 'not-found');
});
