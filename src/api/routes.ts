import type { Context } from 'hono';
import { openSession } from '../contract/open-session.ts';
import { openTicket } from '../contract/open-ticket.ts';
import { shopStatus } from '../contract/shop-status.ts';
import type { OpenSessionDeps } from '../identity/open-shop-session.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import { answerOpenSession } from './answer-open-session.ts';
import { answerOpenTicket } from './answer-open-ticket.ts';
import { answerShopStatus } from './answer-shop-status.ts';

/** What the handlers of the public API need. */
export type ApiDeps = ShopStatusDeps & OpenSessionDeps;

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
  { ...pathOf(openSession), answer: answerOpenSession },
];

function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}
