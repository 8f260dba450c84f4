import type { JSX } from 'preact';
import { lazyWords, stillPossible } from '#words/lazy-views.ts';
import { bind, words } from '#words/panel.ts';
import { label } from '../../../../browser/lists.ts';
import type { ViewProps } from '../../../panel.ts';

/** For a shop without support: what is still possible. The typed text stays. */
export function SupportNotice(props: ViewProps): JSX.Element | null {
  const { panel } = props;
  const status = panel.shop.status.value;
  const more = status && label(stillPossible, status.support.state, '');
  if (!more) return null;
  const { email, renewal, rules } = status.contacts;
  return (
    <div class="notice">
      <p>{bind(more)}</p>
      <p class="row">
        {status.support.state === 'unrecognised' && (
          <>
            <CorrectShop {...props} />
            <a href={panel.emailLink()}>{email}</a>
          </>
        )}
        {renewal && <a href={renewal}>{lazyWords.renewal}</a>}
        {rules && <a href={rules}>{words.rules}</a>}
      </p>
    </div>
  );
}

/** The button back to the form that asks for the shop. */
export function CorrectShop({ panel }: ViewProps): JSX.Element {
  return (
    <button type="button" class="link" onClick={panel.shop.correct}>
      {lazyWords.correct}
    </button>
  );
}
