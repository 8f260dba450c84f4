import type { Context } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { Access, AgentGuard } from './access.ts';

/** One endpoint with its access and its handler. */
export interface Route extends AgentGuard {
  method: string;
  path: string;
  access: Access;
  answer: (context: Context, deps: ApiDeps) => Promise<Response>;
}

/** The method and path of an endpoint of the contract. */
export function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}
