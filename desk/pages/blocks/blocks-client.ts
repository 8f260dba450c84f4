import { partOf } from '../../../browser/http.ts';
import {
  blockRange,
  blockShop,
  type DeskBlock,
  liftDeskBlock,
  listDeskBlocks,
} from '../../../src/contract/desk/blocks.ts';
import { listDeskShops } from '../../../src/contract/desk/list-shops.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Why something is blocked, and until when. */
export interface BlockEnd {
  reason: string;
  until: string;
}

/** Requests of the page of blocks, and of the dialog that adds one. */
export interface BlocksClient {
  /** those that stand, then those that are over */
  list: () => Promise<DeskAnswer<DeskBlock[]>>;
  /** shops that a support number may be of */
  findShops: (supportNumber: string) => Promise<DeskAnswer<ShopRow[]>>;
  blockShop: (shop: number, end: BlockEnd) => Promise<DeskAnswer<unknown>>;
  blockRange: (range: string, end: BlockEnd) => Promise<DeskAnswer<unknown>>;
  lift: (block: number) => Promise<DeskAnswer<null>>;
}

export function createBlocksClient({ call }: DeskHttp): BlocksClient {
  return {
    list: () => call(partOf(listDeskBlocks, ({ blocks }) => blocks)),
    findShops: (supportNumber) =>
      call(
        partOf(listDeskShops, ({ shops }) => shops),
        { query: { q: supportNumber } },
      ),
    blockShop: (shop, end) => call(blockShop, { params: { shop }, json: end }),
    blockRange: (range, end) => call(blockRange, { json: { range, ...end } }),
    lift: (block) => call(liftDeskBlock, { params: { block }, json: {} }),
  };
}
