import * as z from 'zod/mini';
import type { NoticeKind, OriginStanding, Signature, SupportState, Topic } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /shop-status`: whether this shop has support, until when, and the topics it may choose. */
export const shopStatus = {
  method: 'POST',
  path: '/api/v1/shop-status',
  answer: z.object({
    /** whose the asking page is; always `unknown` for a pair that is not recognised */
    origin: openEnum<OriginStanding>(),
    /** the shop as registered, to be shown and remembered; `host` is for people: an IDN stands there in its own letters */
    shop: z.nullable(z.object({ supportNumber: z.string(), host: z.string() })),
    signature: openEnum<Signature>(),
    /** who sold a shop that was bought elsewhere, where that is known */
    seller: z.nullable(z.string()),
    support: z.object({
      /** a widget that does not know the value neither promises nor forbids anything */
      state: openEnum<SupportState>(),
      lastDay: z.nullable(z.string()),
      /** the day on which support begins; only before it */
      firstDay: z.optional(z.string()),
      daysLeft: z.nullable(z.number()),
    }),
    /** within how many minutes most of the last 30 days' replies came, rounded up; null where too few say so. No promise. */
    usual: z.optional(z.nullable(z.object({ minutes: z.number() }))),
    promise: z.object({ hours: z.number(), answerBy: z.nullable(z.string()) }),
    opening: z.object({ openNow: z.boolean(), text: z.string(), nextOpening: z.nullable(z.string()) }),
    topics: z.array(
      z.object({
        id: openEnum<Topic>(),
        label: z.string(),
        covered: z.boolean(),
        rule: z.nullable(z.string()),
        note: z.nullable(z.string()),
        /** a page that the note speaks of */
        link: z.optional(z.string()),
        /** what it is for instance about */
        example: z.optional(z.string()),
        /** whether a reply to a ticket on it is promised */
        promised: z.boolean(),
        /** words that point to it, as `widget/features/advice/guess-topic.ts` reads them */
        signs: z.optional(z.string()),
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
    /** whether replies go out by e-mail, too; missing from an older service, of which nothing is known */
    mailed: z.optional(z.boolean()),
    /** where a shop goes whose panel is down */
    emergencyPage: z.optional(z.string()),
    notices: z.array(
      z.object({
        id: z.string(),
        kind: openEnum<NoticeKind>(),
        title: z.string(),
        text: z.string(),
        since: z.string(),
      }),
    ),
  }),
};

export type ShopStatus = z.infer<typeof shopStatus.answer>;
