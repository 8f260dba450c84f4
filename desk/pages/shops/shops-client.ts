import type { AddPackageRequest, ChangeFactsRequest } from '../../../src/contract/desk/change-shop.ts';
import {
  addPanelAddress,
  addShopPackage,
  changeShopAddress,
  changeShopFacts,
  endShopAddress,
  endShopSessions,
  type MadeSecret,
  makeDeskShopSecret,
  type PackagePreview,
  previewPackage,
  revokeDeskShopSecret,
  setShopLicence,
  setShopSignature,
} from '../../../src/contract/desk/change-shop.ts';
import { type DeskShopList, listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import { type DeskShop, readDeskShop } from '../../../src/contract/desk/read-shop.ts';
import type { Signature } from '../../../src/contract/lists.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the pages of shops. A shop is identified by its id in the registry. */
export interface ShopsClient {
  list: (asked: string, cursor: string | null) => Promise<DeskAnswer<DeskShopList>>;
  read: (shop: string) => Promise<DeskAnswer<DeskShop>>;
  preview: (shop: string, bought: AddPackageRequest) => Promise<DeskAnswer<PackagePreview>>;
  addPackage: (shop: string, key: string, bought: AddPackageRequest) => Promise<DeskAnswer<{ lastDay: string }>>;
  setLicence: (shop: string, state: 'valid' | 'breached') => Promise<DeskAnswer<null>>;
  changeFacts: (shop: string, changes: ChangeFactsRequest) => Promise<DeskAnswer<null>>;
  addAddress: (shop: string, address: string) => Promise<DeskAnswer<null>>;
  /** The shop moves; its old address becomes a former one. */
  changeAddress: (shop: string, address: string) => Promise<DeskAnswer<null>>;
  endAddress: (shop: string, address: number) => Promise<DeskAnswer<null>>;
  setSignature: (shop: string, signature: Signature) => Promise<DeskAnswer<null>>;
  makeSecret: (shop: string) => Promise<DeskAnswer<MadeSecret>>;
  revokeSecret: (shop: string, kid: string) => Promise<DeskAnswer<null>>;
  /** Ends all sessions of the shop's panel; returns how many there were. */
  endSessions: (shop: string) => Promise<DeskAnswer<{ sessions: number }>>;
}

export function createShopsClient({ call }: DeskHttp): ShopsClient {
  return {
    list: (asked, cursor) => call(listDeskShops, { query: { q: asked || null, cursor } }),
    read: (shop) => call(readDeskShop, { params: { shop } }),
    preview: (shop, { months, purchasedOn }) =>
      call(previewPackage, { params: { shop }, query: { months: `${months}`, purchasedOn } }),
    addPackage: (shop, key, bought) => call(addShopPackage, { params: { shop }, key, json: bought }),
    setLicence: (shop, state) => call(setShopLicence, { params: { shop }, json: { state } }),
    changeFacts: (shop, changes) => call(changeShopFacts, { params: { shop }, json: changes }),
    addAddress: (shop, address) => call(addPanelAddress, { params: { shop }, json: { address } }),
    changeAddress: (shop, address) => call(changeShopAddress, { params: { shop }, json: { address } }),
    endAddress: (shop, address) => call(endShopAddress, { params: { shop, address } }),
    setSignature: (shop, signature) => call(setShopSignature, { params: { shop }, json: { signature } }),
    makeSecret: (shop) => call(makeDeskShopSecret, { params: { shop }, json: {} }),
    revokeSecret: (shop, kid) => call(revokeDeskShopSecret, { params: { shop, kid } }),
    endSessions: (shop) => call(endShopSessions, { params: { shop } }),
  };
}
