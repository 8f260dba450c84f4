import { computed, createModel, signal } from '@preact/signals';
import type { CustomerStatus } from '../../../src/contract/lists.ts';
import type { Files } from '../../extras.tsx';
import type { FilesDeps } from '../../files/files-model.ts';
import type { Failure, Parcel } from '../../files/parcel.ts';
import { setFlag } from '../../host-page/flags.ts';
import type { AttachedFile } from '../../outbox/attached-file.ts';
import type { AskWithBearer } from '../opener.ts';
import { freezeMessage, freezeStatus, mustAsk, type Pending, type Reply } from '../reply.ts';
import type { ReplyKeeper } from '../reply-keeper.ts';
import type { Answer, ThreadClient } from '../thread-client.ts';

/** Where what was said last stands. */
export type Sending =
  | { state: 'none' }
  | { state: 'sending'; pending: Pending }
  /** nobody answered; it goes again by itself when the network is back, or by a press */
  | { state: 'waiting'; pending: Pending }
  /** older than a day: only a press sends it */
  | { state: 'asking'; pending: Pending }
  /** the text is back in the box */
  | { state: 'refused'; code: string };

export interface ReplyDeps {
  number: string;
  directory: string;
  client: Pick<ThreadClient, 'send'>;
  askWithBearer: AskWithBearer;
  replies: ReplyKeeper;
  /** loads what files need; null when it cannot be loaded now */
  loadFiles: (deps: FilesDeps) => Promise<Files | null>;
  /** brings a part of a file, in the name of whoever may write in this thread */
  putPart: Parcel['put'];
  /** the service took it: the thread is to be read anew */
  onSent: () => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

const TRIES = 6;
const LONGEST_PAUSE_MS = 30_000;

/** What the owner says in one thread: kept as it is typed, frozen with its key when it is sent, never lost, never doubled. */
export const ReplyModel = createModel((deps: ReplyDeps) => {
  const { number, directory, replies } = deps;
  const sleep = deps.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const text = signal('');
  const attached = signal<AttachedFile[]>([]);
  const files = signal<Files | null | undefined>();
  const sending = signal<Sending>({ state: 'none' });
  let pending: Pending | undefined;
  let loading: Promise<Files | null> | undefined;
  let restoring: Promise<void> | undefined;
  let saved: Reply | undefined;
  let saving: Promise<void> | undefined;

  /** One write in flight, and after it the newest. @returns when what is there now is kept */
  function keep(): Promise<void> {
    saving ??= save();
    return saving;
  }

  const inHand = (): Reply => ({ number, directory, draft: text.peek(), files: attached.peek(), pending });

  async function save(): Promise<void> {
    await null; // so that `saving` is set before it is cleared
    while (saved?.draft !== text.peek() || saved.files !== attached.peek() || saved.pending !== pending) {
      saved = inHand();
      await replies.keep(saved);
    }
    saving = undefined;
  }

  // A page that goes away does not wait for its turn. What was neither typed nor read here is left as it is.
  addEventListener('pagehide', () => {
    if (saved && (saved.draft !== text.peek() || saving)) replies.keep(inHand());
  });

  /** What files need, once one is asked for or is here. */
  async function readyFiles(): Promise<Files | null> {
    loading ??= deps.loadFiles({
      draft: computed(() => ({ files: attached.value })),
      edit(change) {
        attached.value = change.files;
        keep();
      },
      store: replies.bytes,
      named: async () => (await replies.all()).flatMap((reply) => [...(reply.files ?? []), ...filesOf(reply.pending)]),
      onTheirWay: () => filesOf(pending).length,
    });
    const loaded = await loading;
    files.value = loaded;
    if (!loaded) loading = undefined;
    return loaded;
  }

  async function restore(): Promise<void> {
    const kept = await replies.get(number);
    if (!kept) return;
    text.value ||= kept.draft;
    if (!attached.peek()[0]) attached.value = kept.files ?? [];
    pending ??= kept.pending;
    if (attached.peek()[0]) readyFiles();
  }

  /** Sends once: files first, then what names them. */
  async function attempt(now: Pending): Promise<Answer<unknown> | Failure> {
    const send = () => deps.askWithBearer(number, (bearer) => deps.client.send(number, bearer, now));
    if (!filesOf(now)[0]) return send();
    const uploads: string[] = JSON.parse(now.body).attachments;
    const parcel = { key: now.key, files: filesOf(now), uploads, put: deps.putPart };
    return (await readyFiles())?.deliver(parcel, send, now.createdAt) ?? { outcome: 'unanswered', retryAfter: 0 };
  }

  /** Before what was written there since: nothing of it is lost. */
  function putBack(was: Pending): void {
    if (was.kind !== 'message') return;
    text.value = [was.text, text.peek()].filter(Boolean).join('\n\n');
    attached.value = [...filesOf(was), ...attached.peek()];
  }

  async function deliver(): Promise<void> {
    const now = pending;
    if (!now || sending.peek().state === 'sending') return;
    sending.value = { state: 'sending', pending: now };
    for (let tries = 1; ; tries++) {
      const answer = await attempt(now);
      if (answer.outcome === 'ok') return settle({ state: 'none' });
      if (answer.outcome === 'refused') {
        putBack(now);
        return settle({ state: 'refused', code: answer.code });
      }
      if (tries === TRIES) break;
      const wait = 'retryAfter' in answer ? answer.retryAfter * 1000 : 0;
      await sleep(wait + Math.random() * Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** tries));
    }
    sending.value = { state: 'waiting', pending: now };
  }

  async function settle(to: Sending): Promise<void> {
    pending = undefined;
    await keep();
    sending.value = to;
    deps.onSent();
  }

  async function send(frozen: Pending, draft: string): Promise<void> {
    pending = frozen;
    text.value = draft;
    for (const flag of ['replies', 'followed'] as const) setFlag(flag, directory, true);
    await keep();
    await deliver();
  }

  return {
    text,
    sending,
    /** what files need, once it is here; null when it could not be loaded */
    files,
    /** Adds files, or does what was pressed: `file` or `screen`. */
    async open(what: string | File[]) {
      (await readyFiles())?.open(what);
    },
    edit(typed: string) {
      text.value = typed;
      keep();
    },
    /** Adds to what is being typed, also on an earlier page. Resolves once it is kept. */
    async append(more: string) {
      restoring ??= restore();
      await restoring;
      text.value = [text.peek(), more].filter(Boolean).join('\n\n');
      await keep();
    },
    /** Brings back what earlier pages left, and sends what may go without asking. */
    async resume() {
      restoring ??= restore();
      await restoring;
      if (!pending || sending.peek().state === 'sending') return;
      if (mustAsk(pending, Date.now())) sending.value = { state: 'asking', pending };
      else await deliver();
    },
    /** Sends what was typed. @returns whether there was anything */
    async submit() {
      if (files.peek()) await files.peek()?.settled();
      if (pending || !text.peek().trim()) return Boolean(pending);
      const frozen = freezeMessage(text.peek(), attached.peek(), Date.now());
      attached.value = [];
      await send(frozen, '');
      return true;
    },
    /** Calls the ticket solved, or opens it again. */
    async move(status: CustomerStatus) {
      if (!pending) await send(freezeStatus(status, Date.now()), text.peek());
    },
    /** Sends what waits, now. */
    retry: deliver,
    /** Takes back what waits for a press: a text goes into the box again. */
    async withdraw() {
      const now = sending.peek();
      if (now.state !== 'asking' || !pending) return;
      putBack(pending);
      pending = undefined;
      sending.value = { state: 'none' };
      await keep();
    },
  };
});

/** Files of a reply on its way; one that an earlier build froze has none. */
function filesOf(pending: Pending | undefined): AttachedFile[] {
  return pending?.files ?? [];
}

export type ReplyModel = InstanceType<typeof ReplyModel>;
