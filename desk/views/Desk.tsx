import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskModel } from '../models/desk-model.ts';
import type { SessionModel } from '../models/session-model.ts';
import { words } from '../words/words.ts';
import { Announcements } from './Announcements.tsx';
import { followKeys } from './follow-keys.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { ListPane } from './ListPane.tsx';
import { ShopPane } from './ShopPane.tsx';
import { TicketPane } from './TicketPane.tsx';
import { TopBar } from './TopBar.tsx';

/** The desk: the lists, the open ticket, its shop. On a phone one of the three at a time. */
export function Desk({ model, session }: { model: DeskModel; session: SessionModel }): JSX.Element {
  const { number, pane } = model.place.place.value;
  const open = model.open.value;
  useEffect(() => followKeys(model), []);
  const subject = open?.ticket.ticket.value?.ticket.subject;
  const waiting = model.lists.counts.value?.all;
  const title =
    number === null ? `${waiting ? `(${waiting}) ` : ''}${words.value.queue}` : `${number} ${subject ?? ''}`;
  useEffect(() => {
    document.title = `${title} – ${words.value.product}`;
  }, [title]);
  return (
    <div class="desk" data-pane={number === null ? 'list' : pane}>
      <TopBar model={model} session={session} />
      <main>
        <ListPane model={model} />
        {open ? (
          <>
            <TicketPane key={open.number} model={model} open={open} />
            <ShopPane key={`shop ${open.number}`} number={open.number} ticket={open.ticket} now={model.now.value} />
          </>
        ) : (
          <section class="ticket-pane empty" aria-label={words.value.ticket}>
            <p class="lead">{words.value.chooseTicket}</p>
            <p>{words.value.chooseTicketMore}</p>
          </section>
        )}
      </main>
      <Announcements model={model} />
      <KeysDialog isOpen={model.helpIsOpen} />
    </div>
  );
}
