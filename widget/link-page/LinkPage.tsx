import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { momentInWords } from '#words/dates.ts';
import { linkWords as words } from '#words/link-page.ts';
import { statuses, ticketWords } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { label } from '../../browser/lists.ts';
import type { OpenedLink } from '../../src/contract/tickets/ticket-link.ts';
import attachments from '../features/attachments/attachments.tsx';
import { ReplyModel } from '../features/my-tickets/models/reply-model.ts';
import { ThreadModel } from '../features/my-tickets/models/thread-model.ts';
import { poll } from '../features/my-tickets/poll.ts';
import { createThreadClient } from '../features/my-tickets/thread-client.ts';
import { Deadline } from '../features/my-tickets/views/Deadline.tsx';
import { Loading } from '../features/my-tickets/views/Loading.tsx';
import { MessageItem } from '../features/my-tickets/views/MessageItem.tsx';
import { ReplyBox } from '../features/my-tickets/views/ReplyBox.tsx';
import type { WidgetStore } from '../outbox/widget-store.ts';
import { KeyForms } from './KeyForms.tsx';
import type { LinkModel } from './link-model.ts';

interface Props {
  link: LinkModel;
  store: WidgetStore;
  api: string;
}

/** Where drafts and replies of this page are kept: no panel's. */
const PATH = '/z/';

/** The page of a mailed link: one ticket, or what opens it. */
export function LinkPage(props: Props): JSX.Element {
  const now = props.link.state.value;
  return (
    <>
      <header>
        <strong>{words.brand}</strong>
        <small>{words.vendor}</small>
      </header>
      <main>
        {now.state === 'open' ? (
          <OneTicket {...props} opened={now.link} />
        ) : (
          <div class="card">
            {(now.state === 'asking' || now.state === 'dead') && (
              <KeyForms link={props.link} isDead={now.state === 'dead'} />
            )}
            <div role="status">
              {now.state === 'opening' && (
                <p class="row">
                  <span class="spinner" /> {words.opening}
                </p>
              )}
              {now.state === 'unanswered' && (
                <div class="notice warn">
                  {bind(words.unanswered)}
                  <button type="button" class="link" onClick={props.link.open}>
                    {words.tryNow}
                  </button>
                </div>
              )}
            </div>
          </div>
        )}
      </main>
    </>
  );
}

/** The session of a link says which shop its files are for; the page does not know the shop's number. */
const NO_SHOP = { supportNumber: '', installUrl: '' };

/** The thread and the reply are those of the widget, with this link as the only credential. */
function OneTicket({ link, store, api, opened: { number, shop } }: Props & { opened: OpenedLink }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const { thread, reply } = useMemo(() => {
    const { withCredentials } = link;
    const client = createThreadClient(api);
    const thread = new ThreadModel({ number, client, withCredentials, announce: () => {}, onSeen: () => {} });
    const put = attachments.createPutPart(api);
    const reply = new ReplyModel({
      number,
      panelPath: PATH,
      client,
      withCredentials,
      store,
      carriedOver: Promise.resolve(),
      loadFiles: async (deps) => attachments.openFiles(deps),
      putPart: (part) =>
        withCredentials(number, (token) => put({ ...part, token, identity: NO_SHOP }), ['unauthorised']),
      onSent: () => void thread.refresh(),
    });
    return { thread, reply };
  }, [number]);
  useEffect(() => poll(thread.refresh, () => Boolean(element.current?.isConnected)), [thread]);
  const ticket = thread.ticket.value;
  const state = thread.state.value;
  const arrived = thread.arrived.value;
  const status = ticket && label(statuses, ticket.status, statuses['in-progress']);
  return (
    <>
      <div class="card form" ref={element}>
        <h1 tabIndex={-1}>{ticket?.subject ?? `${ticketWords.ticket}\u00a0${number}`}</h1>
        <div role="status">
          {ticket && state !== 'gone' && (
            <p class="notice">
              <strong>{status}</strong>
              <Deadline {...ticket} />
            </p>
          )}
          <Loading state={state} retry={thread.refresh} />
        </div>
        {ticket && (
          <ol class="messages">
            {ticket.messages.map((message) => (
              <MessageItem
                key={message.id}
                message={message}
                isUnread={thread.firstUnread.value === message.id}
                readAttachment={thread.readAttachment}
              />
            ))}
          </ol>
        )}
        <div role="status">{arrived && `${ticketWords.arrived}: ${arrived.author ?? ticketWords.support}`}</div>
        {state !== 'gone' && <ReplyBox reply={reply} moves={ticket?.moves ?? []} />}
      </div>
      <aside aria-label={words.facts}>
        <dl>
          <dt>{words.number}</dt>
          <dd>{number}</dd>
          <dt>{words.shop}</dt>
          <dd>{shop}</dd>
          {ticket && (
            <>
              <dt>{words.sent}</dt>
              <dd>{momentInWords(ticket.receivedAt)}</dd>
              <dt>{words.status}</dt>
              <dd>{status}</dd>
            </>
          )}
        </dl>
        <p>
          <small>{bind(words.onlyThis)}</small>
        </p>
      </aside>
    </>
  );
}
