import type { JSX } from 'preact';
import { lazyWords as words } from '#words/lazy-views.ts';
import type { ViewProps } from '../../../panel.ts';
import { shopName } from '../models/shop-name.ts';

/** Which shop this is, in every view: a page may have said so, and pages are written by many. */
export function ShopLine({ panel }: ViewProps): JSX.Element {
  const shop = shopName(panel.shop);

  function change(): void {
    panel.navigate('');
    panel.shop.question.value = 'another';
  }

  if (!shop) return <small>{'\u00a0'}</small>; // the line stays, beside the mark
  return (
    <>
      <small>
        {shop.host} · {shop.supportNumber}
      </small>
      {panel.shop.source.value !== 'signed' && (
        <button type="button" class="link" onClick={change}>
          <small>{words.notThisShop}</small>
        </button>
      )}
    </>
  );
}
