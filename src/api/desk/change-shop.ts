import { AddPackageRequest, ChangeFactsRequest, SetLicenceRequest } from '../../contract/desk/change-shop.ts';
import { endSessionsOfShop, makeSecretOfShop, revokeSecretOfShop } from '../../identity/shop-secrets.ts';
import { addShopPackage } from '../../shops/add-shop-package.ts';
import { changeFacts } from '../../shops/change-facts.ts';
import { setShopLicence } from '../../shops/set-shop-licence.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin, asAgent } from './as-agent.ts';
import { refusePackage, shopOf } from './read-shops.ts';

/** `POST …/packages` */
export const answerAddPackage = asAdmin(async (context, deps, { id: actor }) => {
  const requestKey = readIdempotencyKey(context);
  if (!requestKey) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddPackageRequest);
  if (!read.ok) return read.refusal;
  const added = await addShopPackage(deps, { ...read.request, shop: shopOf(context) }, { actor, requestKey });
  if (added.outcome === 'refused') return refusePackage(context, added);
  return context.json({ lastDay: added.lastDay }, 201);
});

/** `POST …/licence` */
export const answerSetLicence = asAdmin(async (context, deps, { id: actor }) => {
  const read = await readJson(context, SetLicenceRequest);
  if (!read.ok) return read.refusal;
  const isThere = await setShopLicence(deps, shopOf(context), read.request.state, actor);
  return isThere ? context.body(null, 204) : problem(context, 'not-found');
});

/** `POST …/facts` */
export const answerChangeFacts = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, ChangeFactsRequest);
  if (!read.ok) return read.refusal;
  const changed = await changeFacts(deps, shopOf(context), read.request, agent);
  return changed.outcome === 'changed' ? context.body(null, 204) : problem(context, changed.code);
});

/** `POST …/secrets`: the only response that ever contains a secret. */
export const answerMakeSecret = asAdmin(async (context, deps, { id: actor }) => {
  const made = await makeSecretOfShop(deps, shopOf(context), actor);
  return made ? context.json(made, 201) : problem(context, 'not-found');
});

/** `DELETE …/sessions` */
export const answerEndShopSessions = asAdmin(async (context, deps, { id: actor }) => {
  const sessions = await endSessionsOfShop(deps, shopOf(context), actor);
  return sessions === null ? problem(context, 'not-found') : context.json({ sessions });
});

/** `DELETE …/secrets/:kid` */
export const answerRevokeSecret = asAdmin(async (context, deps, { id: actor }) => {
  const isRevoked = await revokeSecretOfShop(deps, shopOf(context), pathParameter(context, 'kid'), actor);
  return isRevoked ? context.body(null, 204) : problem(context, 'not-found');
});
