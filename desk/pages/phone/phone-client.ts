import { partOf } from '../../../browser/http.ts';
import { listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import { openPhoneTicket } from '../../../src/contract/desk/open-phone-ticket.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of calls. */
export interface PhoneClient {
  /** shops by name, support number, address or e-mail */
  findShops: (asked: string) => Promise<DeskAnswer<FoundShop[]>>;
  /** records a call, once per key */
  open: (key: string, body: string) => Promise<DeskAnswer<{ number: string }>>;
}

export function createPhoneClient({ call }: DeskHttp): PhoneClient {
  return {
    findShops: (asked) =>
      call(
        partOf(listDeskShops, ({ shops }) => shops),
        { query: { q: asked } },
      ),
    open: (key, body) => call(openPhoneTicket, { key, body }),
  };
}
