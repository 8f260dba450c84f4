import type { JSX } from 'preact';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import type { ViewProps } from '../../../panel.ts';
import { isPromised } from '../models/is-promised.ts';

/** Below the button: the promise, what becomes of the data, and the way to the rules. */
export function FormFoot({ panel }: ViewProps): JSX.Element {
  const status = panel.shop.status.value;
  const privacy = status?.contacts.privacy;
  return (
    <>
      {panel.isDurable.value && <small>{bind(sendingWords.draft)}</small>}
      <small>
        {isPromised(status, panel.draft.value.topic) && bind(sendingWords.promise)} {bind(sendingWords.privacy)}{' '}
        {privacy && <a href={privacy}>{sendingWords.privacyLink}</a>}
      </small>
      <button type="button" class="link" data-rules onClick={() => panel.navigate('rules')}>
        {sendingWords.rules}
      </button>
    </>
  );
}
