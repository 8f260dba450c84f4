import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ShopStatusRequest } from '../../contract/shops/shop-status-request.ts';
import { readShopStatus, type ShopStatusDeps } from '../../tickets/read-shop-status.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/shop-status` */
export async function answerShopStatus(context: Context, deps: ShopStatusDeps): Promise<Response> {
  const read = await readJson(context, ShopStatusRequest);
  if (!read.ok) return read.refusal;
  const status = await readShopStatus(deps, read.request, language(context));
  if (status.support.state === 'unrecognised') context.set('refusal', 'shop-unrecognised');
  return context.json(status);
}

function language(context: Context): 'pl' | 'en' {
  const best = accepts(context, { header: 'Accept-Language', supports: ['pl', 'en'], default: 'pl' });
  return best === 'en' ? 'en' : 'pl';
}
