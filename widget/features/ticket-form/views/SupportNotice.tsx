import type { JSX } from 'preact';
import { lazyWords, stillPossible } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { label } from '../../../../browser/lists.ts';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';
import type { ViewProps } from '../../../panel.ts';
import { shopName } from '../models/shop-name.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** For a shop without support: what is still possible. The typed text stays. */
export function SupportNotice(props: ViewProps): JSX.Element | null {
  const { panel } = props;
  const status = panel.shop.status.value;
  if (panel.warning.value) return <WarningNotice {...props} />;
  const more = status && label(stillPossible, status.support.state, '');
  if (!more) return null;
  const { email, renewal, rules } = status.contacts;
  return (
    <div class="notice">
      <p>
        {bind(more)} {status.seller && <strong>{`${lazyWords.seller} ${status.seller}`}</strong>}
      </p>
      <p class="row">
        {status.support.state === 'unrecognised' && (
          <>
            <CorrectShop {...props} />
            <a href={panel.emailLink()}>{email}</a>
          </>
        )}
        {renewal && <a href={renewal}>{lazyWords.renewal}</a>}
        {rules && <a href={rules}>{sendingWords.rules}</a>}
      </p>
    </div>
  );
}

/** What the person must know before they write: whose this page is, or that only a panel that signs may send. */
function WarningNotice(props: ViewProps): JSX.Element {
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
