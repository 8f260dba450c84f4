import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { words } from '../../words/words.ts';
import type { PhoneModel } from './phone-model.ts';

/** The button that sends, and the outcome in words. */
export function SendRow({ model }: { model: PhoneModel }): JSX.Element {
  const w = words.value.phone;
  const sending = model.sending.value;
  const isWaiting = sending.state === 'waiting' || sending.state === 'asking';
  const button = sending.state === 'sending' ? w.sending : isWaiting ? w.sendAgain : w.send;
  return (
    <div class="send-row">
      <div role="alert">
        {isWaiting && <p class="notice warn">{w.waiting}</p>}
        {sending.state === 'not-sent' && <p class="notice bad">{label(w.refusals, sending.code, w.refused)}</p>}
      </div>
      <div class="send-buttons">
        <button
          type="submit"
          class="primary"
          title={`${button} (Ctrl+Enter)`}
          aria-disabled={sending.state === 'sending'}
        >
          {button}{' '}
          <span class="key" aria-hidden="true">
            Ctrl ↵
          </span>
        </button>
        <button type="button" class="plain" aria-disabled={sending.state === 'sending'} onClick={model.discard}>
          {w.discard}
        </button>
      </div>
    </div>
  );
}
