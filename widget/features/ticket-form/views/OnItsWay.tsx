import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { sentWords, sendingWords as words } from '#words/sending.ts';
import { Icon } from '../../../controls/Icon.tsx';
import { isUrgent } from '../../../outbox/draft.ts';
import { keptInWords, waitInWords } from '../../../outbox/wait-in-words.ts';
import type { ViewProps } from '../../../panel.ts';
import { adoptLater } from '../../../styles/adopt-later.ts';
import { EmailFallback } from './EmailFallback.tsx';

/** A ticket being sent, without a receipt yet: its state, truthfully, and the actions. */
export function OnItsWay(props: ViewProps): JSX.Element | null {
  const { panel, parts } = props;
  const now = panel.submission.value;
  if (!('entry' in now)) return null;
  const { state, entry } = now;
  const isSending = state === 'sending';
  const Progress = parts.attachments.value?.Progress;
  const isElsewhere = isSending && now.tries === 0;
  const isLate = state === 'waiting' || (isSending && now.tries > 1);
  const mayBeTakenBack = isLate || state === 'asking';
  const isInTrouble = mayBeTakenBack && isUrgent(entry.draft);
  const more = isInTrouble && parts.lazyViews.request();
  return (
    <section class="form" ref={adoptLater} aria-busy={isSending}>
      <h2 class="row" tabIndex={-1} data-landing>
        {isSending ? <span class="spinner" /> : <Icon of="warn" />}
        {words[state === 'waiting' && now.until ? 'paused' : state]}
      </h2>
      <p role="status">
        {isElsewhere && words.elsewhere}
        {isLate && (isSending ? sentWords.again : waitInWords(now))}{' '}
        {(isLate || isElsewhere) && keptInWords(panel.isDurable.value)}
        {state === 'asking' && `${sentWords.written} ${momentInWords(entry.createdAt)}. ${sentWords.stillDown}`}
      </p>
      {more && <more.CallUs panel={panel} />}
      {Progress && entry.draft.files?.[0] && <Progress files={entry.draft.files} />}
      <p class="row">
        {!isSending && (
          <button type="button" class="primary" onClick={panel.retry}>
            {words.sendNow}
          </button>
        )}
        {mayBeTakenBack && (
          <button type="button" onClick={panel.withdraw}>
            {words.withdraw}
          </button>
        )}
      </p>
      {isLate && <EmailFallback {...props} />}
      {more && <more.UntilWeAnswer panel={panel} />}
      <div class="notice letter">
        <strong>{entry.draft.subject}</strong>
        {entry.draft.description}
      </div>
    </section>
  );
}
