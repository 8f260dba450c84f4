import * as z from 'zod/mini';

/** States of a shop's support (R1–R4). */
export const SUPPORT_STATES = ['active', 'expired', 'not-bought-directly', 'unrecognised'] as const;

export type SupportState = (typeof SUPPORT_STATES)[number];

/** `POST /shop-status`: whether this shop has support, until when, and the topics it may choose. */
export const shopStatus = {
  method: 'POST',
  path: '/api/v1/shop-status',
  answer: z.object({
    support: z.object({
      /** one of `SUPPORT_STATES`; a widget that does not know the value neither promises nor forbids anything */
      state: z.string(),
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
        /** one of `NOTICE_KINDS` */
        kind: z.string(),
        title: z.string(),
        text: z.string(),
        since: z.string(),
      }),
    ),
  }),
};

export type ShopStatus = z.infer<typeof shopStatus.answer>;
