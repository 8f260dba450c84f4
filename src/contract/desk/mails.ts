import * as z from 'zod/mini';
import type { MailFate } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { AgentName } from './queue-row.ts';
import { ShopRow } from './shop-row.ts';

/** The letters that agents decide about: without a shop, set aside, and those that nobody could read. */
export const LISTED_FATES = ['waits', 'set-aside', 'unreadable'] as const satisfies MailFate[];
export type ListedFate = (typeof LISTED_FATES)[number];

/** A letter that came in and is no ticket: what is stored of it beside its bytes. */
export const DeskMail = z.object({
  id: z.number(),
  /** null where the letter does not tell */
  from: z.nullable(z.object({ address: z.string(), name: z.nullable(z.string()) })),
  subject: z.nullable(z.string()),
  /** when it came in */
  at: z.string(),
  bytes: z.number(),
  fate: openEnum<ListedFate>(),
  /** a code of why it stands here */
  reason: z.nullable(z.string()),
  /** when its sender was asked for number and address; null when nobody did */
  askedAt: z.nullable(z.string()),
  /** the agent who set it aside, and when */
  handledBy: z.nullable(AgentName),
  handledAt: z.nullable(z.string()),
  /** whether it can be downloaded and read again: retention deletes its bytes */
  isKept: z.boolean(),
});

export type DeskMail = z.infer<typeof DeskMail>;

/** `GET /api/desk/mails`: letters of one `fate` that are no tickets, the newest first, fifty a page. */
export const listDeskMails = {
  method: 'GET',
  path: '/api/desk/mails',
  answer: z.object({
    /** whether letters come in at all */
    isOn: z.boolean(),
    mails: z.array(DeskMail),
    /** how many wait for their shop; counting ends at `MAILS_COUNT_TO` */
    waiting: z.number(),
    next: z.nullable(z.string()),
  }),
};

export type DeskMailList = z.infer<typeof listDeskMails.answer>;

/** A shop that a letter may be of, and what speaks for it; nothing is proven by that. */
export const LikelyShop = z.extend(ShopRow, { because: openEnum<'sender' | 'number' | 'address'>() });
export type LikelyShop = z.infer<typeof LikelyShop>;

/** What a letter says. */
export const LetterWords = z.object({
  /** what was newly written */
  text: z.string(),
  /** the rest: signature, what is quoted, and which of its files nobody will take */
  quoted: z.nullable(z.string()),
  /** its files, which come along where it is made a ticket */
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  copiedTo: z.array(z.string()),
});
export type LetterWords = z.infer<typeof LetterWords>;

/** `GET /api/desk/mails/:mail`: one letter with what it says; recorded as read, once an hour. */
export const readDeskMail = {
  method: 'GET',
  path: '/api/desk/mails/:mail',
  answer: z.object({
    mail: z.extend(DeskMail, { fate: openEnum<MailFate>() }),
    /** the ticket that it is by now */
    ticket: z.nullable(z.string()),
    /** null where nobody can read it, or its bytes are gone */
    words: z.nullable(LetterWords),
    /** shops that it may be of, the likeliest first */
    shops: z.array(LikelyShop),
  }),
};

export type DeskMailRead = z.infer<typeof readDeskMail.answer>;

/** Counts end here. */
export const MAILS_COUNT_TO = 1000;

/** The query of `GET /api/desk/mails`. */
export const ListMailsQuery = z.strictObject({
  fate: z.enum(LISTED_FATES),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

/** `GET /api/desk/mails/:mail/raw`: the letter as it came, always as a download; recorded as read. */
export const getDeskMail = { method: 'GET', path: '/api/desk/mails/:mail/raw' };

/** What became of a letter: the ticket that it is now, or `waits` while it names no shop. */
const answer = z.object({ fate: openEnum<MailFate>(), number: z.nullable(z.string()) });

/**
 * `POST /api/desk/mails/:mail/shop`: the letter is of this shop. Opens a ticket as of the time the letter came, or joins
 * the one that it answers. Repeated it changes nothing. 404 without such a letter or shop; 409 `conflict` with
 * `ticket` when it is a ticket by now, and without when it can no longer be read.
 */
export const giveMailItsShop = { method: 'POST', path: '/api/desk/mails/:mail/shop', answer };
/**
 * `POST /api/desk/mails/:mail/take`, without fields: a person wrote it and wants an answer. It becomes a ticket of the
 * shop that it names; where it names none its sender is asked, and it waits. Refused as above.
 */
export const takeMail = { method: 'POST', path: '/api/desk/mails/:mail/take', answer };
/** `POST /api/desk/mails/:mail/set-aside`, without fields: nobody answers it. 204; 409 `conflict` for a ticket's. */
export const setMailAside = { method: 'POST', path: '/api/desk/mails/:mail/set-aside' };

export const MailShopRequest = z.strictObject({ shop: z.int().check(z.minimum(1), z.maximum(999_999_999)) });
export const MailRequest = z.strictObject({});
