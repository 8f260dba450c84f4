import type { JSX } from 'preact';
import { dayInWords, daysLeft, momentInWords } from '#words/dates.ts';
import { lazyWords, stillPossible } from '#words/lazy-views.ts';
import { bind, supportStates, words } from '#words/panel.ts';
import { label } from '../../../../browser/lists.ts';
import { Icon } from '../../../controls/Icon.tsx';
import type { StoredStatus } from '../../../outbox/widget-store.ts';
import type { Panel } from '../../../panel.ts';
import { CorrectShop } from './CorrectShop.tsx';

/** From so many days of support left on its end is said as something to act on. */
const DAYS_BEFORE_END = 14;

interface Props {
  panel: Panel;
  last: StoredStatus;
}

/** Whether the shop is recognised, and until when it has support: one line while all is well, and otherwise one box with one way on. */
export function SupportStatus({ panel, last }: Props): JSX.Element {
  const { state, lastDay, firstDay, daysLeft: days } = last.status.support;
  const isActive = state === 'active';
  const isWell = isActive && (days ?? 0) > DAYS_BEFORE_END;
  const day = firstDay ?? lastDay;
  const { isFresh } = panel.shop.statusState.value;
  const more = isFresh ? isActive && daysLeft(days ?? 0) : `${lazyWords.asOf} ${momentInWords(last.at)}`;
  return (
    <div class={`status ${isWell ? 'row' : 'notice warn'}`}>
      <Icon of={isWell ? 'good' : 'warn'} />
      <div>
        {!isActive && <strong>{label(supportStates, firstDay ? 'later' : state, words.unknown)} </strong>}
        <small>
          {isActive && lazyWords.until} {day && dayInWords(day)}
          {more && <span>{`${isWell ? ' ' : ', '}${more}`}</span>}
        </small>
        {!isWell && <WayOn panel={panel} last={last} />}
      </div>
    </div>
  );
}

/** For a shop without support, or soon without: what is possible, and the one way on. The typed text stays. */
function WayOn({ panel, last }: Props): JSX.Element {
  const { contacts, support, seller, topics } = last.status;
  const { supportNumber, installUrl } = panel.shop.identity.value ?? {};
  const canExtend = topics.some(({ id }) => id === 'renewal');
  return (
    <>
      <p>
        {bind(label(stillPossible, support.state, ''))} {seller && <strong>{`${lazyWords.seller} ${seller}`}</strong>}
      </p>
      {support.state === 'unrecognised' ? (
        <>
          <p>
            {lazyWords.compared} <strong>{supportNumber}</strong>, <strong>{installUrl}</strong>
          </p>
          <CorrectShop panel={panel} />
        </>
      ) : contacts.renewal ? (
        <a href={contacts.renewal}>{lazyWords.renewal}</a>
      ) : (
        canExtend && (
          <button type="button" class="link" onClick={() => panel.edit({ topic: 'renewal' })}>
            {lazyWords.askRenewal}
          </button>
        )
      )}
    </>
  );
}
