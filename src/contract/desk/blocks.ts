import * as z from 'zod/mini';
import type { BlockKind } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { line } from '../text.ts';
import { AgentName } from './queue-row.ts';

/**
 * What is kept out: senders that name a shop without being proven, or those of a range of network addresses. Proven ones
 * are never blocked, nor is who has the token of a ticket kept from that ticket.
 */
export const DeskBlock = z.object({
  id: z.number(),
  kind: openEnum<BlockKind>(),
  /** the shop; null for a range */
  shop: z.nullable(z.object({ id: z.number(), name: z.string(), supportNumber: z.string() })),
  /** such as `203.0.113.0/24`; null for a shop */
  range: z.nullable(z.string()),
  reason: z.string(),
  /** null for the operator's command */
  addedBy: z.nullable(AgentName),
  since: z.string(),
  until: z.string(),
  /** null while nobody lifted it */
  liftedAt: z.nullable(z.string()),
  liftedBy: z.nullable(AgentName),
  isActive: z.boolean(),
});

export type DeskBlock = z.infer<typeof DeskBlock>;

/** `GET /api/desk/blocks`: what is blocked now, then the last blocks that are over; a hundred at most. */
export const listDeskBlocks = {
  method: 'GET',
  path: '/api/desk/blocks',
  answer: z.object({ blocks: z.array(DeskBlock) }),
};

/** Both answer 201 with the id of the block. 422 `invalid-request` for an end that is past or more than 30 days ahead. */
const answer = z.object({ id: z.number() });
/** `POST /api/desk/shops/:shop/blocks`: blocks the senders of a shop that are not proven. */
export const blockShop = { method: 'POST', path: '/api/desk/shops/:shop/blocks', answer };
/** `POST /api/desk/blocks`: blocks a range of at most 65,536 addresses of IPv4, or a /32 of IPv6; for admins. */
export const blockRange = { method: 'POST', path: '/api/desk/blocks', answer };
/** `POST /api/desk/blocks/:block/lift`, without fields: 204; 403 `forbidden` for a range and who is no admin. */
export const liftDeskBlock = { method: 'POST', path: '/api/desk/blocks/:block/lift' };

const why = { reason: line(3, 200), until: z.iso.datetime() };

export const BlockShopRequest = z.strictObject(why);
export const BlockRangeRequest = z.strictObject({ range: line(2, 60), ...why });
export const LiftBlockRequest = z.strictObject({});
