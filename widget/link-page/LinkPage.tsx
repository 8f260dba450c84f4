import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { linkWords as words } from '#words/link-page.ts';
import { ticketWords } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { host } from '../../browser/host.ts';
import type { OpenedLink } from '../../src/contract/tickets/ticket-link.ts';
import type { Vendor } from '../../src/contract/vendor.ts';
import { Moment } from '../controls/Moment.tsx';
import attachments from '../features/attachments/attachments.tsx';
import { ReplyModel } from '../features/my-tickets/models/reply-model.ts';
import { ThreadModel } from '../features/my-tickets/models/thread-model.ts';
import { createThreadClient } from '../features/my-tickets/thread-client.ts';
import { ThreadView } from '../features/my-tickets/views/ThreadView.tsx';
import type { WidgetStore } from '../outbox/widget-store.ts';
import { KeyForms } from './KeyForms.tsx';
import type { LinkModel } from './link-model.ts';

interface Props {
  vendor: Vendor;
  link: LinkModel;
  store: WidgetStore;
  api: string;
}

/** Where drafts and replies of this page are kept: no panel's. */
const PATH = '/z/';

/** The page of a mailed link: one ticket, or what opens it. */
export function LinkPage(props: Props): JSX.Element {
  const main = useRef<HTMLElement>(null);
  const shown = useRef('');
  const { vendor } = props;
  const now = props.link.state.value;

  /** What comes in the place of what was read or pressed is read out from its heading. */
  function land(): void {
    if (shown.current) main.current?.querySelector<HTMLElement>('[data-landing]')?.focus({ preventScroll: true });
    shown.current = now.state;
    const what = now.state === 'open' ? `${ticketWords.ticket}\u00a0${now.link.number}` : words.enter;
    host.document.title = `${what} – ${words.brand}`;
  }

  useEffect(land, [now.state]);
  return (
    <>
      <header>
        <span class="row">
          <span class="mark" aria-hidden="true">
            {vendor.mark}
          </span>
          <strong>{words.brand}</strong>
        </span>
        <small>
          {vendor.name}
          <span class="wide">{words.trade}</span>
        </small>
      </header>
      <main ref={main}>
        {now.state === 'open' ? (
          <OneTicket key={now.link.number} {...props} opened={now.link} />
        ) : (
          <div class="card">
            {(now.state === 'asking' || now.state === 'dead') && (
              <KeyForms link={props.link} isDead={now.state === 'dead'} />
            )}
            {(now.state === 'opening' || now.state === 'unanswered') && <h1>{words.yours}</h1>}
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
      openFiles: attachments.openFiles,
      putPart: (part) =>
        withCredentials(number, (token) => put({ ...part, token, identity: NO_SHOP }), ['unauthorised']),
      onSent: () => void thread.refresh(),
    });
    return { thread, reply };
  }, []);
  const ticket = thread.ticket.value;

  /** As soon as the network is back, what waits goes. */
  function resumeOnline(): () => void {
    const again = () => void reply.resume();
    host.addEventListener('online', again);
    return () => host.removeEventListener('online', again);
  }

  useEffect(resumeOnline, []);

  return (
    <>
      <div class="card">
        <ThreadView number={number} thread={thread} reply={reply} Title="h1" />
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
              <dd>
                <Moment at={ticket.receivedAt} />
              </dd>
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
