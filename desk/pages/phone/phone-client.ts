import { listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import { openPhoneTicket } from '../../../src/contract/desk/open-phone-ticket.ts';
import type { OpenPhoneTicketRequest } from '../../../src/contract/desk/open-phone-ticket-request.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** What the page of phone tickets asks. */
export interface PhoneClient {
  /** shops by name, support number, address or e-mail */
  findShops: (asked: string) => Promise<Answer<ShopRow[]>>;
  /** writes a call down, once per key */
  open: (key: string, call: OpenPhoneTicketRequest) => Promise<Answer<{ number: string }>>;
}

export function createPhoneClient(ask: Ask): PhoneClient {
  return {
    findShops: (asked) =>
      ask(
        { method: listDeskShops.method, path: `${listDeskShops.path}?${new URLSearchParams({ q: asked })}` },
        async (response) => (await readAnswer(listDeskShops)(response)).shops,
      ),
    open: (key, call) =>
      ask({ method: openPhoneTicket.method, path: openPhoneTicket.path, key, body: call }, readAnswer(openPhoneTicket)),
  };
}
