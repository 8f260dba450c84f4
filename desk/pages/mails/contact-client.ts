import { changeTicketsContact } from '../../../src/contract/desk/change-ticket.ts';
import { makeTicketCode, revokeDeskLinks } from '../../../src/contract/desk/ticket-links.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** A code that opens a ticket, as it is told once. */
export interface MadeCode {
  number: string;
  code: string;
  expiresAt: string;
  url: string;
}

/** Requests about how the customer of a ticket reaches it. */
export interface ContactClient {
  change: (contact: { email: string; isLinkSent: boolean }) => Promise<DeskAnswer<null>>;
  makeCode: () => Promise<DeskAnswer<MadeCode>>;
  revoke: () => Promise<DeskAnswer<null>>;
}

export function createContactClient({ call }: DeskHttp, number: string): ContactClient {
  const params = { number };
  return {
    change: (contact) => call(changeTicketsContact, { params, json: contact }),
    makeCode: () => call(makeTicketCode, { params, json: {} }),
    revoke: () => call(revokeDeskLinks, { params }),
  };
}
