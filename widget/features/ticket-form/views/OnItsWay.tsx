import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { sendingWords as words } from '#words/sending.ts';
import { Icon } from '../../../controls/Icon.tsx';
import { Linked } from '../../../controls/Linked.tsx';
import type { ViewProps } from '../../../panel.ts';
import { adoptLater } from '../../../styles/adopt-later.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** A ticket being sent, without a receipt yet: its state, truthfully, and the actions. */
export function OnItsWay(props: ViewProps): JSX.Element | null {
  const { panel, parts } = props;
  const now = panel.submission.value;
  if (!('entry' in now)) return null;
  const { state, entry } = now;
  const until = state === 'waiting' && now.until;
  const isSending = state === 'sending';
  const Progress = parts.attachments.value?.Progress;
  const isElsewhere = isSending && now.tries === 0;
  const isLate = state === 'waiting' || (isSending && now.tries > 1);
  return (
    <section class="form" ref={adoptLater} aria-busy={isSending}>
      <h2 class="row" tabIndex={-1} data-landing>
        {isSending ? <span class="spinner" /> : <Icon of="warn" />}
        {words[until ? 'paused' : state]}
      </h2>
      <p role="status">
        {isElsewhere && words.elsewhere}
        {isLate &&
          (isSending ? words.again : until ? `${words.pausedMore} ${momentInWords(until)}.` : words.waitingMore)}{' '}
        {(isLate || isElsewhere) && (panel.isDurable.value ? words.kept : words.notDurable)}
        {state === 'asking' && `${words.written} ${momentInWords(entry.createdAt)}. ${words.stillDown}`}
      </p>
      {Progress && entry.draft.files?.[0] && <Progress files={entry.draft.files} />}
      <p class="row">
        {!isSending && (
          <button type="button" class="primary" onClick={panel.retry}>
            {words.sendNow}
          </button>
        )}
        {(isLate || state === 'asking') && (
          <button type="button" onClick={panel.withdraw}>
            {words.withdraw}
          </button>
        )}
      </p>
      {isLate && <EmailFallback {...props} />}
      <div class="notice letter">
        <strong>{entry.draft.subject}</strong>
        <Linked text={entry.draft.description} />
      </div>
    </section>
  );
}
