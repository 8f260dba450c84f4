import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LISTED_FATES, type ListedFate } from '../../../src/contract/desk/mails.ts';
import { routeAddress } from '../../models/router.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { MailItem } from './MailItem.tsx';
import { createMailsClient } from './mails-client.ts';
import { MailsModel } from './mails-model.ts';
import { Outcome } from './Outcome.tsx';

/** The letters of one fate. */
export function MailsList({
  model: desk,
  http,
  fate,
}: Pick<PageProps, 'model' | 'http'> & { fate: ListedFate }): JSX.Element {
  const w = words.value.mails;
  const model = useModel(() => new MailsModel(createMailsClient(http), fate));
  const event = desk.lastEvent.value;
  // Letters come by themselves: they are read again whenever relative times are updated.
  useEffect(() => void model.refresh(), [desk.now.value, event?.action.startsWith('ticket.opened') && event]);
  const mails = model.mails.value;
  const decided = model.decided.value;
  return (
    <>
      <nav class="whose" aria-label={w.tabs}>
        {LISTED_FATES.map((one) => (
          <a
            key={one}
            href={routeAddress({ page: 'mails', id: one === 'waits' ? null : one })}
            aria-current={one === fate ? 'page' : undefined}
          >
            {w.fates[one]}
            {one === 'waits' && model.waiting.value > 0 && <span class="count"> {model.waiting.value}</span>}
          </a>
        ))}
      </nav>
      <p class="muted">{w.leads[fate]}</p>
      <div role="status">
        {mails === null && !model.hasFailed.value && words.value.loading}
        {decided && <Outcome decided={decided} />}
        {mails?.length === 0 && <p class="muted">{w.none[fate]}</p>}
        {mails !== null && !model.isOn.value && <p class="notice">{w.off}</p>}
      </div>
      <div role="alert">
        {model.hasFailed.value &&
          (mails ? <p class="notice warn">{w.notFresh}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
      </div>
      {mails !== null && mails.length > 0 && (
        <ul class="mails panel" aria-label={w.fates[fate]}>
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
