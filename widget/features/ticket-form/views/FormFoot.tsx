import type { JSX } from 'preact';
import { promiseInWords } from '#words/advice.ts';
import { lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { serviceNow } from '../../../../browser/service-clock.ts';
import type { ViewProps } from '../../../panel.ts';
import { isPromised } from '../models/is-promised.ts';

/** Below the button: the promise in one line, what becomes of the data, and the way to the rules. */
export function FormFoot({ panel }: ViewProps): JSX.Element {
  const { last, isFresh } = panel.shop.statusState.value;
  const status = last?.status;
  const privacy = status?.contacts.privacy;
  return (
    <>
      {status && isPromised(status, panel.draft.value.topic) && (
        <small>
          {bind(
            // What is sent while the service is away counts from when it comes.
            isFresh
              ? promiseInWords(serviceNow() + status.promise.hours * 3_600_000, status.usual?.minutes)
              : lazyWords.promise,
          )}
        </small>
      )}
      <div class="row">
        <details>
          <summary>{lazyWords.whatOfData}</summary>
          <small>
            {bind(lazyWords.privacy(panel.office.vendor?.name))}{' '}
            {privacy && <a href={privacy}>{lazyWords.privacyLink}</a>}
          </small>
        </details>
        <button type="button" class="link" data-rules onClick={() => panel.navigate('rules')}>
          {lazyWords.rules}
        </button>
      </div>
    </>
  );
}
