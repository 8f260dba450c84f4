import type { JSX } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';
import type { ViewProps } from '../../../panel.ts';
import { shopName } from '../models/shop-name.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** What the person must know before they write: whose this page is, or that only a panel that signs may send. */
export function WarningNotice(props: ViewProps): JSX.Element {
  const { shop, warning } = props.panel;
  const phone = shop.status.value?.contacts.phone;
  const isOther = warning.value === 'other-shop';
  return (
    <div class="notice warn">
      <p>
        <strong>{bind(isOther ? `${lazyWords.otherShop} ${shopName(shop)?.host}.` : lazyWords.signature)}</strong>{' '}
        {bind(isOther ? lazyWords.otherShopMore : lazyWords.signatureMore)}
      </p>
      {!isOther && <EmailFallback {...props} />}
      {!isOther && phone && <PhoneLink phone={phone} />}
    </div>
  );
}
