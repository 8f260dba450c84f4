import type { Context } from 'hono';
import { SetSignatureRequest, ShopAddressRequest } from '../../contract/desk/change-shop.ts';
import { AddTicketsAddressRequest } from '../../contract/desk/change-ticket-requests.ts';
import type { AddressRefused } from '../../shops/address-refusal.ts';
import { changeShopAddress } from '../../shops/move-shop.ts';
import { addPanelAddress, endShopAddress } from '../../shops/panel-address.ts';
import { setSignature } from '../../shops/set-signature.ts';
import { addTicketsAddress } from '../../tickets/add-tickets-address.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin, asAgent } from './as-agent.ts';
import { shopOf } from './read-shops.ts';

/** `POST /api/desk/shops/:shop/addresses` */
export const answerAddPanelAddress = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, ShopAddressRequest);
  if (!read.ok) return read.refusal;
  return answerAddress(context, await addPanelAddress(deps, { shop: shopOf(context), ...read.request }, actor));
});

/** `POST /api/desk/shops/:shop/address` */
export const answerChangeAddress = asAdmin(async (context, deps, { id: actor }) => {
  const read = await readJson(context, ShopAddressRequest);
  if (!read.ok) return read.refusal;
  return answerAddress(context, await changeShopAddress(deps, { shop: shopOf(context), ...read.request }, actor));
});

/** `DELETE /api/desk/shops/:shop/addresses/:address` */
export const answerEndAddress = asAgent(async (context, deps, { id: actor }) => {
  const named = { shop: shopOf(context), address: Number(pathParameter(context, 'address')) };
  return answerAddress(context, await endShopAddress(deps, named, actor));
});

/** `POST /api/desk/tickets/:number/panel-address` */
export const answerAddTicketsAddress = asAgent(async (context, deps, { id: actor, name: author }) => {
  const read = await readJson(context, AddTicketsAddressRequest);
  if (!read.ok) return read.refusal;
  const action = { number: pathParameter(context, 'number'), actor, author };
  return answerAddress(context, await addTicketsAddress(deps, action));
});

/** `POST /api/desk/shops/:shop/signature` */
export const answerSetSignature = asAdmin(async (context, deps, { id: actor }) => {
  const read = await readJson(context, SetSignatureRequest);
  if (!read.ok) return read.refusal;
  const isThere = await setSignature(deps, shopOf(context), read.request.signature, actor);
  return isThere ? context.body(null, 204) : problem(context, 'not-found');
});

function answerAddress(context: Context, done: { outcome: string } | AddressRefused): Response {
  if (!('code' in done)) return context.body(null, 204);
  const { outcome: _, code, ...details } = done;
  return problem(context, code, details);
}
