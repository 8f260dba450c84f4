import { addressOf, partOf } from '../../../browser/http.ts';
import { listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import {
  type DeskMailList,
  type DeskMailRead,
  getDeskMail,
  giveMailItsShop,
  type ListedFate,
  listDeskMails,
  readDeskMail,
  setMailAside,
  takeMail,
} from '../../../src/contract/desk/mails.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import type { MailFate } from '../../../src/contract/lists.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** What became of a letter. */
export interface MailSettled {
  fate: MailFate;
  number: string | null;
}

/** Requests of the page of letters. */
export interface MailsClient {
  list: (fate: ListedFate, cursor?: string) => Promise<DeskAnswer<DeskMailList>>;
  read: (mail: number) => Promise<DeskAnswer<DeskMailRead>>;
  /** shops by name, support number, address or e-mail */
  findShops: (asked: string) => Promise<DeskAnswer<FoundShop[]>>;
  giveShop: (mail: number, shop: number) => Promise<DeskAnswer<MailSettled>>;
  take: (mail: number) => Promise<DeskAnswer<MailSettled>>;
  setAside: (mail: number) => Promise<DeskAnswer<null>>;
}

export function createMailsClient({ call }: DeskHttp): MailsClient {
  return {
    list: (fate, cursor) => call(listDeskMails, { query: { fate, cursor } }),
    read: (mail) => call(readDeskMail, { params: { mail } }),
    findShops: (asked) =>
      call(
        partOf(listDeskShops, ({ shops }) => shops),
        { query: { q: asked } },
      ),
    giveShop: (mail, shop) => call(giveMailItsShop, { params: { mail }, json: { shop } }),
    take: (mail) => call(takeMail, { params: { mail }, json: {} }),
    setAside: (mail) => call(setMailAside, { params: { mail }, json: {} }),
  };
}

/** The path from which a letter is downloaded as it came. */
export function mailPath(mail: number): string {
  return addressOf(getDeskMail.path, { params: { mail } });
}
