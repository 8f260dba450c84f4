import * as z from 'zod/mini';
import { text } from '../text.ts';
import { LONGEST_QUESTION } from './search.ts';
import { FoundShop } from './shop-row.ts';

/**
 * `GET /api/desk/shops`: the registry by folded name, fifty a page. `q` keeps the shops whose name, support number,
 * e-mail or any address that has not ended has every searched word; `cursor` is `next` of the previous page.
 */
export const listDeskShops = {
  method: 'GET',
  path: '/api/desk/shops',
  answer: z.object({ shops: z.array(FoundShop), next: z.nullable(z.string()) }),
};

export type DeskShopList = z.infer<typeof listDeskShops.answer>;

/** The query of `GET /api/desk/shops`, as the server reads it: strictly. */
export const ListShopsQuery = z.strictObject({
  q: z.optional(text(0, LONGEST_QUESTION)),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

export type ListShopsQuery = z.infer<typeof ListShopsQuery>;
