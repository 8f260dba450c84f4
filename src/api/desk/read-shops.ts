import type { Context } from 'hono';
import { PreviewPackageQuery } from '../../contract/desk/change-shop.ts';
import { ListShopsQuery } from '../../contract/desk/list-shops.ts';
import { type PackageRefused, previewPackage } from '../../shops/add-shop-package.ts';
import { listShops } from '../../shops/list-shops.ts';
import { readShop } from '../../shops/read-shop.ts';
import { pathParameter } from '../http/check-path.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';
import { asAgent } from './as-agent.ts';
import { refuseCursor } from './read-filters.ts';

/** The shop that an address names, by its id in the registry. */
export function shopOf(context: Context): number {
  return Number(pathParameter(context, 'shop'));
}

/** `GET /api/desk/shops` */
export const answerListShops = asAgent(async (context, { store, now }) => {
  const read = ListShopsQuery.safeParse(context.req.query(), { reportInput: true });
  if (!read.success) return problem(context, 'invalid-request', { errors: fieldErrors(read.error) });
  const { q = '', cursor } = read.data;
  const page = await listShops(store, q, cursor === undefined ? null : Number(cursor), now());
  return page ? context.json(page) : refuseCursor(context);
});

/** `GET /api/desk/shops/:shop` */
export const answerReadShop = asAgent(async (context, { store, now }) => {
  const shop = await readShop(store, shopOf(context), now());
  return shop ? context.json(shop) : problem(context, 'not-found');
});

/** `GET /api/desk/shops/:shop/packages/preview` */
export const answerPreviewPackage = asAgent(async (context, { store, now }) => {
  const read = PreviewPackageQuery.safeParse(context.req.query(), { reportInput: true });
  if (!read.success) return problem(context, 'invalid-request', { errors: fieldErrors(read.error) });
  const { months, purchasedOn } = read.data;
  const preview = await previewPackage(store, { shop: shopOf(context), months: Number(months), purchasedOn }, now());
  if (preview.outcome === 'refused') return refusePackage(context, preview);
  const { covers, lastDayBefore, lastDay } = preview;
  return context.json({ covers, lastDayBefore, lastDay });
});

/** The response to a package that cannot be added. */
export function refusePackage(context: Context, { code, errors }: PackageRefused): Response {
  return problem(context, code, errors ? { errors } : {});
}
