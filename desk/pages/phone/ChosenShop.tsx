import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import { routeAddress } from '../../models/router.ts';
import { SupportNotice } from '../../views/SupportNotice.tsx';
import { words } from '../../words/words.ts';

interface Props {
  shop: ShopRow;
  /** sending: the fields are locked */
  isSending: boolean;
  change: () => void;
}

/** The caller's shop, and whether it may open a ticket. */
export function ChosenShop({ shop, isSending, change }: Props): JSX.Element {
  const w = words.value.phone;
  return (
    <section class="panel chosen-shop" aria-label={w.shop}>
      <div class="chosen-head">
        <div>
          <strong dir="auto">{shop.name}</strong>
          <p class="muted">
            {shop.supportNumber} · {shop.installUrl.replace(/^https?:\/\//, '')} · {shop.edition}
          </p>
        </div>
        <a href={routeAddress({ page: 'shops', id: `${shop.id}` })}>{words.value.shopPage}</a>
        <button type="button" aria-disabled={isSending} onClick={() => !isSending && change()}>
          {w.otherShop}
        </button>
      </div>
      <div role="status" class="notices">
        <SupportNotice support={shop.support} />
        {shop.onlyTopics && (
          <p>
            {label(w.narrowed, shop.support.state, '')} {shop.soldBy && <strong>{w.soldBy(shop.soldBy)}</strong>}
          </p>
        )}
      </div>
    </section>
  );
}
