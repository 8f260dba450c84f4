import {
  addShopPackage,
  type MadeSecret,
  makeDeskShopSecret,
  type PackagePreview,
  previewPackage,
  revokeDeskShopSecret,
  setShopLicence,
} from '../../../src/contract/desk/change-shop.ts';
import type { AddPackageRequest } from '../../../src/contract/desk/change-shop-request.ts';
import { type DeskShopList, listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import { type DeskShop, readDeskShop } from '../../../src/contract/desk/read-shop.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** What the pages of shops ask. A shop goes by its id in the registry. */
export interface ShopsClient {
  list: (asked: string, cursor: string | null) => Promise<Answer<DeskShopList>>;
  read: (shop: string) => Promise<Answer<DeskShop>>;
  preview: (shop: string, bought: AddPackageRequest) => Promise<Answer<PackagePreview>>;
  addPackage: (shop: string, key: string, bought: AddPackageRequest) => Promise<Answer<{ lastDay: string }>>;
  setLicence: (shop: string, state: 'valid' | 'breached') => Promise<Answer<null>>;
  makeSecret: (shop: string) => Promise<Answer<MadeSecret>>;
  revokeSecret: (shop: string, kid: string) => Promise<Answer<null>>;
}

const nothing = async (): Promise<null> => null;

export function createShopsClient(ask: Ask): ShopsClient {
  return {
    list: (asked, cursor) =>
      ask(
        at(listDeskShops, {}, { ...(asked && { q: asked }), ...(cursor !== null && { cursor }) }),
        readAnswer(listDeskShops),
      ),
    read: (shop) => ask(at(readDeskShop, { shop }), readAnswer(readDeskShop)),
    preview: (shop, { months, purchasedOn }) =>
      ask(at(previewPackage, { shop }, { months: `${months}`, purchasedOn }), readAnswer(previewPackage)),
    addPackage: (shop, key, bought) =>
      ask({ ...at(addShopPackage, { shop }), key, body: bought }, readAnswer(addShopPackage)),
    setLicence: (shop, state) => ask({ ...at(setShopLicence, { shop }), body: { state } }, nothing),
    makeSecret: (shop) => ask({ ...at(makeDeskShopSecret, { shop }), body: {} }, readAnswer(makeDeskShopSecret)),
    revokeSecret: (shop, kid) => ask(at(revokeDeskShopSecret, { shop, kid }), nothing),
  };
}

function at(
  { method, path }: { method: string; path: string },
  parts: Record<string, string>,
  query: Record<string, string> = {},
): { method: string; path: string } {
  const search = new URLSearchParams(query).toString();
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(parts[name] ?? ''));
  return { method, path: search ? `${filled}?${search}` : filled };
}
