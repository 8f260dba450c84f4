import type { Context } from 'hono';
import { openSession } from '../contract/open-session.ts';
import { openTicket } from '../contract/open-ticket.ts';
import { shopStatus } from '../contract/shop-status.ts';
import { signIn } from '../contract/sign-in.ts';
import { signOut } from '../contract/sign-out.ts';
import { signOutEverywhere } from '../contract/sign-out-everywhere.ts';
import { whoAmI } from '../contract/who-am-i.ts';
import type { OpenSessionDeps } from '../identity/open-shop-session.ts';
import type { SignInDeps } from '../identity/sign-in.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import { answerOpenSession } from './answer-open-session.ts';
import { answerOpenTicket } from './answer-open-ticket.ts';
import { answerShopStatus } from './answer-shop-status.ts';
import { answerSignIn } from './answer-sign-in.ts';
import { answerSignOut, answerSignOutEverywhere } from './answer-sign-out.ts';
import { answerWhoAmI } from './answer-who-am-i.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** What the handlers need. */
export type ApiDeps = ShopStatusDeps & OpenSessionDeps & SignInDeps & { signInThrottle: SignInThrottle };

/** One endpoint and who answers it. */
export interface Route {
  method: string;
  path: string;
  answer: (context: Context, deps: ApiDeps) => Promise<Response>;
}

/** The public API and the desk's, endpoint by endpoint. What is not listed here does not exist. */
export const ROUTES: readonly Route[] = [
  { ...pathOf(shopStatus), answer: answerShopStatus },
  { ...pathOf(openTicket), answer: answerOpenTicket },
  { ...pathOf(openSession), answer: answerOpenSession },
  { ...pathOf(signIn), answer: answerSignIn },
  { ...pathOf(whoAmI), answer: answerWhoAmI },
  { ...pathOf(signOut), answer: answerSignOut },
  { ...pathOf(signOutEverywhere), answer: answerSignOutEverywhere },
];

function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}
