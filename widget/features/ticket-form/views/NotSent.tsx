import type { JSX } from 'preact';
import { failureInWords, words } from '#words/panel.ts';
import type { ViewProps } from '../../../panel.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** Why the ticket was not sent, and what to do; its text is in the form below. */
export function NotSent(props: ViewProps): JSX.Element | null {
  const { panel, parts } = props;
  const now = panel.submission.value;
  if (now.state !== 'not-sent') return null;
  const views = /^shop-/.test(now.code) && parts.lazyViews.request();
  return (
    <div class="notice bad" role="alert" tabIndex={-1} data-landing>
      <p>
        <strong>{words.notSent}</strong> {failureInWords(now.code, parts.sending.value?.endings)}
      </p>
      {views && <views.CorrectShop {...props} />}
      <EmailFallback {...props} />
    </div>
  );
}
