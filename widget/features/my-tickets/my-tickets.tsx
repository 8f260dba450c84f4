import type { JSX, Ref } from 'preact';
import type { PanelDeps } from '../../drawer/panel-model.ts';
import { hasFlag, setFlag } from '../../host-page/flags.ts';
import { identityOf } from '../../identity/identity.ts';
import type { Identity } from '../../outbox/ticket-entry.ts';
import { readOutbox } from '../../outbox/widget-store.ts';
import type { MyTickets, ViewProps } from '../../panel.ts';
import type { Files } from '../attachments/attachments.tsx';
import type { FilesDeps } from '../attachments/files/files-model.ts';
import type { PartOutcome, PutPart } from '../attachments/files/put-part.ts';
import type { Parcel } from '../attachments/files/upload-batch.ts';
import { carryOverReplies } from './carry-over-replies.ts';
import { ListModel } from './models/list-model.ts';
import { ReplyModel } from './models/reply-model.ts';
import { ThreadModel } from './models/thread-model.ts';
import css from './my-tickets.css?inline';
import { createThreadClient } from './thread-client.ts';
import { Rules } from './views/Rules.tsx';
import { ThreadView } from './views/ThreadView.tsx';
import { TicketList } from './views/TicketList.tsx';
import { createOpener } from './with-credentials.ts';

const UNANSWERED = { outcome: 'unanswered', retryAfter: 0 } as const;

export type MyTicketsDeps = Pick<PanelDeps, 'boot' | 'store' | 'announce'>;

/** One thread and what is said in it. */
interface OpenThread {
  thread: ThreadModel;
  reply: ReplyModel;
}

/** Opens "Moje zgłoszenia" for one page of the panel, and sends what earlier pages left unsent in threads. */
export default function openMyTickets({ boot, store, announce }: MyTicketsDeps): MyTickets {
  const { api, directory } = boot;
  const client = createThreadClient(api);
  const identity = identityOf(boot);
  const askWithBearer = createOpener(store, identity);
  const carriedOver = carryOverReplies(store);
  const list = new ListModel({ directory, store, identity, client, askWithBearer });
  const threads = new Map<string, OpenThread>();
  let put: PutPart | undefined;

  /**
   * Beside a ticket's token it has to be said which shop this is: as it was said last, or as the page says. Only who asks
   * without a right is asked for with another: else a refused file would be taken for a dead token.
   */
  async function putPart(number: string, part: Parameters<Parcel['put']>[0]): Promise<PartOutcome> {
    const identity = ((await store.get('shops', directory).catch(() => null)) ?? boot.facts) as Identity;
    const bring = async (token: string) => (await put?.({ ...part, token, identity })) ?? UNANSWERED;
    return askWithBearer(number, bring, ['unauthorised']);
  }

  async function loadFiles(deps: FilesDeps): Promise<Files | null> {
    const extras = await import('../attachments/attachments.tsx').catch(() => null);
    put = extras?.createPutPart(api);
    return extras?.openFiles(deps) ?? null;
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);

  function threadOf(number: string): OpenThread {
    let open = threads.get(number);
    if (!open) {
      const onSeen = (answers: number) => list.see(number, answers);
      const thread = new ThreadModel({ number, client, askWithBearer, announce, onSeen });
      const onSent = () => {
        thread.look();
        forgetFlag();
      };
      const reply = new ReplyModel({
        number,
        directory,
        client,
        askWithBearer,
        store,
        carriedOver,
        onSent,
        loadFiles,
        putPart: (part) => putPart(number, part),
      });
      open = { thread, reply };
      threads.set(number, open);
    }
    return open;
  }

  async function resend(): Promise<void> {
    await carriedOver;
    const here = (await readOutbox(store)).replies.filter(({ panelPath }) => panelPath === directory);
    await Promise.all(here.map(({ thread }) => threadOf(thread).reply.resume()));
    await forgetFlag();
  }

  /** Pages look here for what is unsent as long as there is something. */
  async function forgetFlag(): Promise<void> {
    if (!(await readOutbox(store)).replies[0]) setFlag('replies', directory, false);
  }

  addEventListener('online', () => void resend());
  if (hasFlag('replies', directory)) resend();

  /** Its look comes with it, into the root that the drawer is drawn in. */
  function adopt(section: HTMLElement | null): void {
    const root = section?.getRootNode();
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  function View(props: ViewProps): JSX.Element {
    const place = props.panel.place.value;
    return (
      <section ref={adopt as Ref<HTMLElement>}>
        {place === 'rules' ? (
          <Rules {...props} />
        ) : place === 'list' ? (
          <TicketList {...props} list={list} />
        ) : (
          <ThreadView key={place} panel={props.panel} number={place} {...threadOf(place)} />
        )}
      </section>
    );
  }

  return {
    View,
    take(place: string, files: File[]) {
      if (/^\d/.test(place) && files[0]) threadOf(place).reply.open(files);
    },
    append: (number: string, text: string) => threadOf(number).reply.append(text),
  };
}
