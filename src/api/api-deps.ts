import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';

/** What the handlers of the public API need. */
export type ApiDeps = ShopStatusDeps;
