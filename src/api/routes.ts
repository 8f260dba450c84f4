import type { Context } from 'hono';
import { openTicket } from '../contract/open-ticket.ts';
import { shopStatus } from '../contract/shop-status.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import { answerOpenTicket } from './answer-open-ticket.ts';
import { answerShopStatus } from './answer-shop-status.ts';
import type { LimitDeps } from './limit-route.ts';

/** What the handlers of the public API need. */
export type ApiDeps = ShopStatusDeps & LimitDeps;

/** One endpoint and who answers it. */
export interface Route {
  method: string;
  path: string;
  answer: (context: Context, deps: ApiDeps) => Promise<Response>;
}

/** The public API, endpoint by endpoint. What is not listed here does not exist. */
export const ROUTES: readonly Route[] = [
  { ...pathOf(shopStatus), answer: answerShopStatus },
  { ...pathOf(openTicket), answer: answerOpenTicket },
];

function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}

/** Every path with the methods it takes, as `Allow` lists them. */
export function allowedMethods(routes: readonly Pick<Route, 'method' | 'path'>[]): Map<string, string[]> {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return new Map(
    [...byPath].map(([path, group]) => {
      const methods = group.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      return [path, [...methods, 'OPTIONS'].toSorted()];
    }),
  );
}
