import * as z from 'zod/mini';
import type {
  ContactMail,
  DeliveryState,
  LetterProof,
  MailKind,
  MessageKind,
  MessageWay,
  OutageFact,
  Proof,
  TicketEvent,
  TicketStatus,
  Topic,
} from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { Attachment } from '../tickets/message.ts';
import { AgentName, QueueRow } from './queue-row.ts';
import { ShopRow, ShopTerms } from './shop-row.ts';

/** One entry of the thread as agents see it: messages and, between them, internal notes. */
export const DeskMessage = z.object({
  id: z.number(),
  kind: openEnum<MessageKind>(),
  author: z.nullable(z.string()),
  text: z.string(),
  at: z.string(),
  /** its position in the thread that the customer sees, from 1; null for notes */
  position: z.nullable(z.number()),
  /** the ticket it was written in, or with whose token, if that was merged into this one */
  mergedFrom: z.nullable(z.string()),
  attachments: z.array(Attachment),
  /** null where it came as its ticket did */
  via: z.nullable(openEnum<MessageWay>()),
  /** of a letter: its writer, whether that is another one than the contact, and how far it is proven */
  from: z.nullable(z.object({ address: z.string(), isOther: z.boolean(), proof: openEnum<LetterProof>() })),
  /** addresses that got a copy of the letter, or of the reply */
  copiedTo: z.array(z.string()),
  /** what the letter quotes, and which of its files were not taken */
  quoted: z.nullable(z.string()),
});

export type DeskMessage = z.infer<typeof DeskMessage>;

/** A letter of ours about a ticket. */
export const DeskLetter = z.object({
  id: z.number(),
  /** the id of the message that it brings, or stands at */
  message: z.number(),
  kind: openEnum<MailKind>(),
  recipient: z.string(),
  state: openEnum<DeliveryState>(),
  /** why it is stopped, or a code of what the mail server said */
  reason: z.nullable(z.string()),
  /** the last words of the mail server */
  serverReply: z.nullable(z.string()),
  /** when it was sent; until then, when it was written */
  at: z.string(),
  /** whether it can be sent once more (`resendLetter`) */
  canResend: z.boolean(),
});

export type DeskLetter = z.infer<typeof DeskLetter>;

/** The shop's data in the registry and its support, for the card beside its ticket. */
export const ShopCard = z.extend(ShopRow, {
  terms: ShopTerms,
  /** until when tickets of the shop that nothing proves are kept out (`blockShop`); null while they are taken */
  blockedUntil: z.nullable(z.string()),
  /** its last tickets without this one, the newest first */
  earlier: z.array(
    z.object({ number: z.string(), subject: z.string(), status: openEnum<TicketStatus>(), receivedAt: z.string() }),
  ),
});

export type ShopCard = z.infer<typeof ShopCard>;

/** `GET /api/desk/tickets/:number`: everything about one ticket, or about the one it was merged into. */
export const readDeskTicket = {
  method: 'GET',
  path: '/api/desk/tickets/:number',
  answer: z.object({
    ticket: z.extend(QueueRow, {
      /** grows with everything that happens to the ticket */
      version: z.number(),
      /** the statuses that it can be moved to now without a reply */
      moves: z.array(openEnum<TicketStatus>()),
      /** whether an agent vouched for it (`vouchForTicket`); null where it is proven without */
      isVouched: z.nullable(z.boolean()),
      /**
       * the host of the page that sent it; null where none is known. It can be added to the addresses of the ticket's shop
       * (`addTicketsAddress`) unless some shop has it, or only one computer or network knows it.
       */
      sentFrom: z.nullable(z.object({ host: z.string(), canBeAdded: z.boolean() })),
      /** the ticket that the subject of a letter names, with which this one may be merged */
      mayConcern: z.nullable(z.string()),
      scopeRule: z.nullable(z.string()),
      outageFacts: z.array(openEnum<OutageFact>()),
      contact: z.object({
        /** empty where none is known */
        email: z.string(),
        name: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        mail: openEnum<ContactMail>(),
      }),
      /** who else the last letter went to, or who wrote it: a reply may go to them too (`hasCopies`) */
      copies: z.array(z.string()),
      /** what an agent has decided; null where it is the customer's own, and for `covered` where the rules decide */
      decided: z.object({
        topic: z.nullable(openEnum<Topic>()),
        covered: z.nullable(z.boolean()),
        subject: z.nullable(z.string()),
      }),
      /** the topic and the subject as its customer sent them */
      sent: z.object({ topic: openEnum<Topic>(), subject: z.string() }),
      /** whether the rules cover it, by topic, for the shop of the ticket */
      ruling: z.record(z.string(), z.boolean()),
      /** diagnostics that the browser sent with the owner's consent, by name */
      diagnostics: z.nullable(z.record(z.string(), z.string())),
      /** how many messages of the thread the customer has seen */
      customerSeen: z.number(),
      /** how many messages the thread has: a reply sends it back as `seenMessages` */
      /** the incident it is linked to */
      incident: z.nullable(z.object({ id: z.number(), title: z.string(), solvedAt: z.nullable(z.string()) })),
    }),
    /**
     * tickets that were merged into this one: their numbers open it. Whose sender is not said to be the same person
     * (`saySamePerson`) reads a part, unless they are proven. `undoUntil` is null where a merge cannot be undone now.
     */
    merged: z.array(
      z.object({
        number: z.string(),
        subject: z.string(),
        proof: openEnum<Proof>(),
        isSamePerson: z.boolean(),
        undoUntil: z.nullable(z.string()),
      }),
    ),
    messages: z.array(DeskMessage),
    /** our letters, in the order in which they were written */
    letters: z.array(DeskLetter),
    shop: ShopCard,
    /** the audit trail of the ticket, in order; `details` are facts without personal data */
    audit: z.array(
      z.object({
        at: z.string(),
        actor: z.string(),
        action: openEnum<TicketEvent>(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    /** the other agents who have it open or write a reply now */
    present: z.array(z.object({ agent: AgentName, isWriting: z.boolean() })),
  }),
};

export type DeskTicket = z.infer<typeof readDeskTicket.answer>;

/** `GET /api/desk/attachments/:id`: a file of any ticket, always as a download, never shown by its own type. */
export const getDeskAttachment = { method: 'GET', path: '/api/desk/attachments/:id' };

/**
 * `POST /api/desk/deliveries/:delivery/resend`, without fields: sends a letter once more that did not arrive or was
 * stopped. 204, also when it is due already; 409 `conflict` when it cannot be sent, with `mail`, a `StopReason`, where
 * that is why.
 */
export const resendLetter = { method: 'POST', path: '/api/desk/deliveries/:delivery/resend' };
export const ResendLetterRequest = z.strictObject({});
