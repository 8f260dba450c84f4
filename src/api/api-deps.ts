import type { OpenSessionDeps } from '../identity/open-shop-session.ts';
import type { SignInDeps } from '../identity/sign-in.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import type { LimitDeps } from './limit-route.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** What the handlers need. */
export type ApiDeps = ShopStatusDeps & OpenSessionDeps & SignInDeps & LimitDeps & { signInThrottle: SignInThrottle };
