import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LISTED_FATES } from '../../../src/contract/desk/mails.ts';
import { routeAddress } from '../../models/router.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { MailItem } from './MailItem.tsx';
import { createMailsClient } from './mails-client.ts';
import { type Decided, MailsModel } from './mails-model.ts';

/** Letters that came in and are no tickets: without a shop, set aside, and those that nobody could read. */
export function MailsPage({ model: desk, http }: PageProps): JSX.Element {
  const w = words.value.mails;
  const model = useModel(() => new MailsModel(createMailsClient(http)));
  const event = desk.lastEvent.value;
  // Letters come by themselves: they are read again whenever relative times are updated, but not under the hands.
  useEffect(() => {
    if (model.giving.peek() === null) void model.refresh();
  }, [desk.now.value, event?.action.startsWith('ticket.opened') && event]);
  const tab = model.tab.value;
  const mails = model.mails.value;
  const decided = model.decided.value;
  return (
    <>
      <fieldset class="whose" aria-label={w.tabs}>
        {LISTED_FATES.map((fate) => (
          <button key={fate} type="button" aria-pressed={tab === fate} onClick={() => void model.open(fate)}>
            {w.fates[fate]}
            {fate === 'waits' && model.waiting.value > 0 && <span class="count"> {model.waiting.value}</span>}
          </button>
        ))}
      </fieldset>
      <p class="muted">{w.leads[tab]}</p>
      <div role="status">
        {mails === null && !model.hasFailed.value && words.value.loading}
        {decided && <Outcome decided={decided} />}
        {mails?.length === 0 && <p class="muted">{w.none[tab]}</p>}
        {mails !== null && !model.isOn.value && <p class="notice">{w.off}</p>}
      </div>
      <div role="alert">
        {model.hasFailed.value &&
          (mails ? <p class="notice warn">{w.notFresh}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
      </div>
      {mails !== null && mails.length > 0 && (
        <ul class="mails panel" aria-label={w.fates[tab]}>
          {mails.map((mail) => (
            <MailItem key={mail.id} mail={mail} model={model} />
          ))}
        </ul>
      )}
      {model.next.value && (
        <button type="button" onClick={model.more}>
          {w.more}
        </button>
      )}
    </>
  );
}

/** How a decision ended; where it made a ticket, with a link there. */
function Outcome({ decided }: { decided: Decided }): JSX.Element {
  const w = words.value.mails;
  const isGood = ['taken', 'joined', 'waits', 'aside'].includes(decided.kind);
  return (
    <p class={isGood ? 'notice good' : 'notice warn'}>
      {w.outcomes[decided.kind]}{' '}
      {'number' in decided && <a href={routeAddress({ number: decided.number })}>{decided.number}</a>}
    </p>
  );
}
