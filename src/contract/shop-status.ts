import * as z from 'zod/mini';
import { shopIdentity } from './shop-identity.ts';
import { line } from './text.ts';

/** Where a shop stands with its support (R1–R4). */
export const SUPPORT_STATES = ['active', 'expired', 'not-bought-directly', 'unrecognised'] as const;

export type SupportState = (typeof SUPPORT_STATES)[number];

/** `POST /shop-status`: whether this shop has support, until when, and what it may ask about. */
export const shopStatus = {
  method: 'POST',
  path: '/api/v1/shop-status',
  request: z.strictObject({ ...shopIdentity, shopVersion: z.optional(line(1, 40)) }),
  answer: z.object({
    support: z.object({
      /** A state this widget does not know yet reads as `unknown`: it neither promises nor forbids. */
      state: z.catch(z.enum([...SUPPORT_STATES, 'unknown']), 'unknown'),
      lastDay: z.nullable(z.string()),
      daysLeft: z.nullable(z.number()),
    }),
    promise: z.object({ hours: z.number(), answerBy: z.nullable(z.string()) }),
    opening: z.object({ openNow: z.boolean(), text: z.string(), nextOpening: z.nullable(z.string()) }),
    topics: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        covered: z.boolean(),
        rule: z.nullable(z.string()),
        note: z.nullable(z.string()),
      }),
    ),
    version: z.nullable(z.object({ yours: z.string(), current: z.string(), behind: z.boolean() })),
    contacts: z.object({
      email: z.string(),
      phone: z.nullable(z.string()),
      rules: z.nullable(z.string()),
      renewal: z.nullable(z.string()),
      privacy: z.nullable(z.string()),
    }),
    notices: z.array(
      z.object({
        id: z.string(),
        kind: z.catch(z.enum(['incident', 'advisory', 'update']), 'advisory'),
        title: z.string(),
        text: z.string(),
        since: z.string(),
      }),
    ),
  }),
};

export type ShopStatusRequest = z.infer<typeof shopStatus.request>;
export type ShopStatus = z.infer<typeof shopStatus.answer>;
