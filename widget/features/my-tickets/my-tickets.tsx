import type { JSX } from 'preact';
import { ticketWords } from '#words/my-tickets.ts';
import type { PartOutcome, UploadBatch } from '../../../browser/files/upload-batch.ts';
import { host } from '../../../browser/host.ts';
import { Icon } from '../../controls/Icon.tsx';
import type { PanelDeps } from '../../drawer/panel-model.ts';
import { hasFlag, isOfPanel, setFlag } from '../../host-page/flags.ts';
import { identityOf } from '../../identity/identity.ts';
import type { Identity } from '../../outbox/ticket-entry.ts';
import { readOutbox } from '../../outbox/widget-store.ts';
import type { MyTickets, ViewProps } from '../../panel.ts';
import { adoptLater } from '../../styles/adopt-later.ts';
import { adoptStyles } from '../../styles/adopt-styles.ts';
import attachments from '../attachments/attachments.tsx';
import { ListModel } from './models/list-model.ts';
import { ReplyModel } from './models/reply-model.ts';
import { ThreadModel } from './models/thread-model.ts';
import css from './my-tickets.css?inline';
import { createThreadClient } from './thread-client.ts';
import { Rules } from './views/Rules.tsx';
import { ThreadView } from './views/ThreadView.tsx';
import { TicketList } from './views/TicketList.tsx';
import { createWithCredentials } from './with-credentials.ts';

export type MyTicketsDeps = Pick<PanelDeps, 'config' | 'page' | 'store' | 'announce'>;

/** One thread and the reply to it. */
interface OpenThread {
  thread: ThreadModel;
  reply: ReplyModel;
}

/** Opens "Moje zgłoszenia" for one page of the panel, and sends the unsent replies of earlier pages. */
export default function openMyTickets({ config, page, store, announce }: MyTicketsDeps): MyTickets {
  const { api, panelPath } = config;
  const client = createThreadClient(api);
  const identity = identityOf(config, page);
  const withCredentials = createWithCredentials(store, identity);
  const onUnread = () => config.watch?.();
  const list = new ListModel({ panelPath, store, identity, client, withCredentials, onUnread });
  const threads = new Map<string, OpenThread>();
  const put = attachments.createPutPart(api);

  /**
   * An upload names its shop beside the ticket's token: as last stored, or from the page. The next credential is tried
   * only after 401; a refused file must not be mistaken for a dead token.
   */
  async function putPart(number: string, part: Parameters<UploadBatch['put']>[0]): Promise<PartOutcome> {
    const identity = ((await store.get('shops', panelPath).catch(() => null)) ?? config.facts) as Identity;
    const bring = async (token: string) => put({ ...part, token, identity });
    return withCredentials(number, bring, ['unauthorised']);
  }

  const adoptOwn = adoptStyles(css);
  const adopt = (section: Element | null) => {
    adoptLater(section);
    adoptOwn(section);
  };

  function threadOf(number: string): OpenThread {
    let open = threads.get(number);
    if (!open) {
      const onSeen = (answers: number) => list.markRead(number, answers);
      const written = async () => (await keptTicket(number))?.written;
      const thread = new ThreadModel({ number, client, withCredentials, announce, onSeen, written });
      const onSent = (written?: string) => {
        if (written) noteWritten(number, written);
        thread.refresh();
        onUnread();
        forgetFlag();
      };
      const reply = new ReplyModel({
        number,
        panelPath,
        client,
        withCredentials,
        store,
        onSent,
        openFiles: attachments.openFiles,
        putPart: (part) => putPart(number, part),
      });
      open = { thread, reply };
      threads.set(number, open);
    }
    return open;
  }

  async function resend(): Promise<void> {
    const here = (await readOutbox(store)).replies.filter((reply) => isOfPanel(reply.panelPath, panelPath));
    await Promise.all(here.map(({ thread }) => threadOf(thread).reply.resume()));
    await forgetFlag();
  }

  /** The ticket as this browser keeps it; undefined where it does not. */
  const keptTicket = (number: string) => store.get('tickets', number).catch(() => undefined);

  async function noteWritten(number: string, written: string): Promise<void> {
    const kept = await keptTicket(number);
    if (kept) await store.change({ store: 'tickets', key: number, value: { ...kept, written } }).catch(() => {});
  }

  /** Clears the flag that makes pages load this part, once nothing is unsent. */
  async function forgetFlag(): Promise<void> {
    if (!(await readOutbox(store)).replies[0]) setFlag('replies', panelPath, false);
  }

  host.addEventListener('online', () => void resend());
  if (hasFlag('replies', panelPath)) resend();

  function View(props: ViewProps): JSX.Element {
    const route = props.panel.route.value;
    return (
      <section ref={adopt}>
        {route === 'rules' ? (
          <Rules {...props} />
        ) : route === 'list' ? (
          <TicketList {...props} list={list} />
        ) : (
          <ThreadView key={route} number={route} Title="h2" me={props.panel.draft.value.name} {...threadOf(route)}>
            <p class="extras">
              <button type="button" class="quiet" onClick={() => props.panel.navigate('list')}>
                <Icon of="M12 4.5L6.5 10l5.5 5.5" /> {ticketWords.back}
              </button>
            </p>
          </ThreadView>
        )}
      </section>
    );
  }

  return {
    View,
    addFiles(route: string, files: File[]) {
      if (/^\d/.test(route) && files[0]) threadOf(route).reply.open(files);
    },
    append: (number: string, text: string) => threadOf(number).reply.append(text),
  };
}
