import type { JSX } from 'preact';
import { lazyWords, stillPossible } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { label } from '../../../../browser/lists.ts';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';
import type { ViewProps } from '../../../panel.ts';
import { shopName } from '../models/shop-name.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** For a shop without support, or soon without: what is possible, and the one way on. The typed text stays. */
export function SupportNotice(props: ViewProps): JSX.Element | null {
  const { panel } = props;
  const status = panel.shop.status.value;
  if (!status) return null;
  const { contacts, support, seller, topics } = status;
  const { supportNumber, installUrl } = panel.shop.identity.value ?? {};
  const canExtend = topics.some(({ id }) => id === 'renewal');
  return (
    <>
      <p>
        {bind(label(stillPossible, support.state, ''))} {seller && <strong>{`${lazyWords.seller} ${seller}`}</strong>}
      </p>
      {support.state === 'unrecognised' ? (
        <>
          <p>
            {lazyWords.compared} <strong>{supportNumber}</strong>, <strong>{installUrl}</strong>
          </p>
          <CorrectShop {...props} />
        </>
      ) : contacts.renewal ? (
        <a href={contacts.renewal}>{lazyWords.renewal}</a>
      ) : (
        canExtend && (
          <button type="button" class="link" onClick={() => panel.edit({ topic: 'renewal' })}>
            {lazyWords.askRenewal}
          </button>
        )
      )}
    </>
  );
}

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

/** The button back to the form that asks for the shop. */
export function CorrectShop({ panel }: ViewProps): JSX.Element {
  const correct = () => {
    panel.shop.question.value = 'correction';
  };
  return (
    <button type="button" class="link" onClick={correct}>
      {lazyWords.correct}
    </button>
  );
}
