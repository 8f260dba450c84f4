import type { JSX } from 'preact';
import type { ComposerModel } from '../models/composer-model.ts';
import { words } from '../words/words.ts';

/** Why the text is not sent: somebody wrote meanwhile, there is no response, or the service refused it. */
export function ComposerNotice({ composer }: { composer: ComposerModel }): JSX.Element {
  const w = words.value;
  const sending = composer.sending.value;
  const { state } = sending;
  const isReply = composer.kind.value === 'reply';
  return (
    <div role="alert">
      {composer.isRefusedAsLong.value && <p class="notice bad">{w.notSentTooLong}</p>}
      {state === 'newer' && <p class="notice bad">{w.newer}</p>}
      {(state === 'waiting' || state === 'asking') && <p class="notice warn">{w.waiting}</p>}
      {sending.state === 'not-sent' && (
        <p class="notice bad">{sending.code === 'follow-up-unfit' ? w.followUp.refused : w.refused}</p>
      )}
      {state === 'draft' && isReply && composer.isBehind.value && <p class="notice warn">{w.behind}</p>}
    </div>
  );
}
