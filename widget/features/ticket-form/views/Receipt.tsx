import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { bind, words as panelWords } from '#words/panel.ts';
import { sentWords, sendingWords as words } from '#words/sending.ts';
import { CopyButton } from '../../../controls/CopyButton.tsx';
import { Icon } from '../../../controls/Icon.tsx';
import type { ViewProps } from '../../../panel.ts';
import { adoptLater } from '../../../styles/adopt-later.ts';

/** The number, what was sent, the promised time, and what happens next. */
export function Receipt({ panel, parts }: ViewProps): JSX.Element | null {
  const now = panel.submission.value;
  if (now.state !== 'sent') return null;
  const { subject, receipt, facts } = now.ticket;
  const more = facts && parts.lazyViews.request();
  const { number, answerBy, channel } = receipt;
  const hours = panel.shop.status.value?.opening.text;
  const { email } = panel.draft.value; // stays for the next ticket
  return (
    <section class="form relief" ref={adoptLater}>
      <Icon of="good" />
      <h2 tabIndex={-1} data-landing>
        {sentWords.sent}
      </h2>
      {more && <more.CallUs panel={panel} />}
      <div class="row">
        <dl>
          <dt class="unseen">{sentWords.number}</dt>
          <dd class="number">{number}</dd>
        </dl>
        <CopyButton text={() => number} label={sentWords.copyNumber} isIcon />
      </div>
      <p>{subject}</p>
      {answerBy && (
        <p>
          {words.answerBy}:{' '}
          <strong>
            <time dateTime={answerBy}>{momentInWords(answerBy)}</time>
          </strong>
        </p>
      )}
      {more && <more.UntilWeAnswer panel={panel} facts={facts} />}
      <p>
        {bind(
          panel.isInline
            ? panel.isDurable.value
              ? sentWords.answerKept
              : sentWords.answerInline
            : sentWords.answerHere,
        )}{' '}
        {channel === 'panel' && bind(words.panelFirst)} {hours && `${sentWords.hours} ${hours}.`}
      </p>
      {email && (
        <p>
          {panelWords.email}: <strong>{email}</strong>.{' '}
          {parts.lazyViews.request()?.mailedInWords(panel.shop.status.value?.mailed)}
        </p>
      )}
      <button type="button" class="primary" onClick={() => panel.navigate(number)}>
        {sentWords.seeTicket}
      </button>
    </section>
  );
}
