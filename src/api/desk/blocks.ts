import type { Context } from 'hono';
import { BlockRangeRequest, BlockShopRequest, LiftBlockRequest } from '../../contract/desk/blocks.ts';
import { addBlock, liftBlock, listBlocks, type NotAdded } from '../../guard/blocks.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin, asAgent } from './as-agent.ts';
import { shopOf } from './read-shops.ts';

/** `GET /api/desk/blocks` */
export const answerListBlocks = asAgent(async (context, { store, now }) =>
  context.json({ blocks: await listBlocks(store, now()) }),
);

/** `POST /api/desk/shops/:shop/blocks` */
export const answerBlockShop = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, BlockShopRequest);
  if (!read.ok) return read.refusal;
  const subject = { kind: 'shop', shop: shopOf(context) } as const;
  return answerAdded(context, await addBlock(deps, { subject, ...toBlock(read.request) }, actor));
});

/** `POST /api/desk/blocks` */
export const answerBlockRange = asAdmin(async (context, deps, { id: actor }) => {
  const read = await readJson(context, BlockRangeRequest);
  if (!read.ok) return read.refusal;
  const subject = { kind: 'range', range: read.request.range } as const;
  return answerAdded(context, await addBlock(deps, { subject, ...toBlock(read.request) }, actor));
});

/** `POST /api/desk/blocks/:block/lift` */
export const answerLiftBlock = asAgent(async (context, deps, { id: actor, role }) => {
  const read = await readJson(context, LiftBlockRequest);
  if (!read.ok) return read.refusal;
  const lifted = await liftBlock(deps, Number(pathParameter(context, 'block')), actor, role === 'admin');
  return lifted.outcome === 'lifted' ? context.body(null, 204) : problem(context, lifted.code);
});

function toBlock({ reason, until }: { reason: string; until: string }): { reason: string; until: Temporal.Instant } {
  return { reason, until: Temporal.Instant.from(until) };
}

function answerAdded(context: Context, added: { outcome: 'added'; id: number } | NotAdded): Response {
  if (added.outcome === 'added') return context.json({ id: added.id }, 201);
  return problem(context, added.code, 'errors' in added ? { errors: added.errors } : {});
}
