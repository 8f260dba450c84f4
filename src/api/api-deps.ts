import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import type { LimitDeps } from './limit-route.ts';

/** What the handlers of the public API need. */
export type ApiDeps = ShopStatusDeps & LimitDeps;
