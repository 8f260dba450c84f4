import type { JSX } from 'preact';
import { lazyWords as words } from '#words/lazy-views.ts';
import type { ViewProps } from '../../../panel.ts';
import { meantEmail } from '../models/meant-email.ts';

/** A question about an address that looks like a slip: it is no error, and can be sent. */
export function EmailHint({ panel }: ViewProps): JSX.Element {
  const { email } = panel.draft.value;
  const meant = meantEmail(email);
  return (
    <div role="status">
      {meant !== email.trim() && (
        <small>
          {words.meant}{' '}
          <button
            type="button"
            class="link"
            onClick={({ currentTarget: { form } }) => {
              panel.edit({ email: meant });
              form?.email.focus();
            }}
          >
            {meant}
          </button>
        </small>
      )}
    </div>
  );
}
