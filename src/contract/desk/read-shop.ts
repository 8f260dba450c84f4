import * as z from 'zod/mini';
import type { AddressKind, ShopChangeField, Signature, TicketStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { ShopRow, ShopTerms } from './shop-row.ts';

/** What one purchase covers: the licence's own months, or an extension package's (R2, R4). Days as `2027-03-14`. */
export const Coverage = z.object({
  purchasedOn: z.string(),
  months: z.number(),
  from: z.string(),
  lastDay: z.string(),
  /** from which day, and how many months in all, the last day is counted */
  counted: z.object({ start: z.string(), months: z.number() }),
});

export type Coverage = z.infer<typeof Coverage>;

/** An address of a shop: one of kind `shop` is current, `panel` ones recognise its panel, `former` ones it had before. */
export const ShopAddress = z.object({
  id: z.number(),
  kind: openEnum<AddressKind>(),
  /** as it was given */
  address: z.string(),
  since: z.string(),
  /** until when it counts; null while it has no end */
  until: z.nullable(z.string()),
  /** whether it recognises the shop today: former ones do for twelve months, unless another shop has them now */
  counts: z.boolean(),
});

export type ShopAddress = z.infer<typeof ShopAddress>;

/** A change in the history of a shop. */
export const ShopChange = z.object({
  id: z.number(),
  at: z.string(),
  /** an agent's id, `operator`, the id of a key of a system, or the number of the ticket that said it by being solved */
  by: z.object({ id: z.string(), name: z.nullable(z.string()) }),
  field: openEnum<ShopChangeField>(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

export type ShopChange = z.infer<typeof ShopChange>;

/** The most changes and tickets of a shop that are shown. */
export const CHANGES_SHOWN = 50;
export const TICKETS_SHOWN = 8;

/** `GET /api/desk/shops/:shop`: a shop with its licence, its support and the ids of its secrets, never their values. */
export const readDeskShop = {
  method: 'GET',
  path: '/api/desk/shops/:shop',
  answer: z.object({
    shop: z.extend(ShopRow, {
      purchasedOn: z.string(),
      supportMonths: z.number(),
      boughtDirectly: z.boolean(),
      terms: ShopTerms,
      /** grows with each change of its facts (`changeShopFacts`) */
      revision: z.number(),
    }),
    /** the newest first; at most `CHANGES_SHOWN` */
    history: z.array(ShopChange),
    /** the newest first; at most `TICKETS_SHOWN` */
    tickets: z.array(
      z.object({ number: z.string(), subject: z.string(), status: openEnum<TicketStatus>(), receivedAt: z.string() }),
    ),
    /** the licence's own period first, then every package as it was bought; empty when a reseller sold the licence (R3) */
    coverage: z.array(Coverage),
    /** the current `shop` address first, then `panel` ones, then `former` ones, the newest first; ended ones are left out */
    addresses: z.array(ShopAddress),
    /** whether its tickets from pages need a session */
    signature: openEnum<Signature>(),
    /** valid ones first, the newest first; at most `SECRETS_SHOWN` */
    secrets: z.array(z.object({ kid: z.string(), madeAt: z.string(), revokedAt: z.nullable(z.string()) })),
  }),
};

/** The most secrets shown: a shop has one or two valid ones, and the oldest revoked ones are left out. */
export const SECRETS_SHOWN = 50;

export type DeskShop = z.infer<typeof readDeskShop.answer>;
