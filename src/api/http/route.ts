import type { Context } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { Access } from './access.ts';

/** One endpoint, who it is for, and who answers it. */
export interface Route {
  method: string;
  path: string;
  access: Access;
  answer: (context: Context, deps: ApiDeps) => Promise<Response>;
}

/** Of an endpoint of the contract, what a route is found by. */
export function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}
