import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { bind } from '#words/panel.ts';
import { sendingWords as words } from '#words/sending.ts';
import { CopyButton } from '../../../controls/CopyButton.tsx';
import { Icon } from '../../../controls/Icon.tsx';
import type { ViewProps } from '../../../panel.ts';
import { adoptLater } from '../../../styles/adopt-later.ts';

/** The number, the promised time, and what happens next. */
export function Receipt({ panel }: ViewProps): JSX.Element | null {
  const now = panel.submission.value;
  if (now.state !== 'sent') return null;
  const { number, answerBy, channel } = now.ticket.receipt;
  const hours = panel.shop.status.value?.opening.text;
  return (
    <section class="form" ref={adoptLater}>
      <h2 class="row" tabIndex={-1} data-landing>
        <Icon of="good" /> {words.sent}
      </h2>
      <dl class="notice good">
        <div>
          <dt>{words.number}</dt>
          <dd class="number">{number}</dd>
        </div>
        {answerBy && (
          <div>
            <dt>{words.answerBy}</dt>
            <dd>
              <time dateTime={answerBy}>{momentInWords(answerBy)}</time>
            </dd>
          </div>
        )}
      </dl>
      <CopyButton text={() => number} label={words.copyNumber} />
      <h3>{words.next}</h3>
      <p>
        {bind(panel.isInline ? (panel.isDurable.value ? words.answerKept : words.answerInline) : words.answerHere)}{' '}
        {channel === 'panel' && bind(words.panelFirst)} {hours && `${words.hours} ${hours}.`}
      </p>
      <button type="button" onClick={() => panel.navigate(number)}>
        {words.seeTicket}
      </button>
    </section>
  );
}
