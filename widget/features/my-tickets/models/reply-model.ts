import { computed, signal } from '@preact/signals';
import { tooLongInWords } from '#words/sending.ts';
import type { Result } from '../../../../browser/deliver.ts';
import type { UploadBatch } from '../../../../browser/files/upload-batch.ts';
import { createSender, type Sending } from '../../../../browser/sender.ts';
import { LIMITS } from '../../../../src/contract/limits.ts';
import type { CustomerStatus } from '../../../../src/contract/lists.ts';
import { createModel } from '../../../create-model.ts';
import { setFlag } from '../../../host-page/flags.ts';
import { type Draft, EMPTY_DRAFT } from '../../../outbox/draft.ts';
import { type Kept, readOutbox, type WidgetStore } from '../../../outbox/widget-store.ts';
import type { Files } from '../../attachments/attachments.tsx';
import type { FilesDeps } from '../../attachments/files/files-model.ts';
import { DraftModel } from '../../ticket-form/models/draft-model.ts';
import { type ReplyEntry, toMessageEntry, toStatusEntry } from '../reply-entry.ts';
import type { ThreadClient } from '../thread-client.ts';
import type { WithCredentials } from '../with-credentials.ts';

export interface ReplyDeps {
  number: string;
  panelPath: string;
  client: Pick<ThreadClient, 'send'>;
  withCredentials: WithCredentials;
  store: WidgetStore;
  /** makes what is needed once there are files */
  openFiles: (deps: FilesDeps) => Files;
  /** uploads a part of a file with the credentials of this thread */
  putPart: UploadBatch['put'];
  /** It is over with an entry: the thread must be read again. @param written the key of a message that was accepted */
  onSent: (written?: string) => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/**
 * The owner's reply in one thread: a text with files, or a change of status. A reply is a draft with only a
 * description.
 */
export const ReplyModel = createModel((deps: ReplyDeps) => {
  const { number, panelPath, store } = deps;
  const form = new DraftModel(store, number, []);
  const { draft } = form;
  const files = signal<Files | undefined>();
  const sending = signal<Sending<ReplyEntry>>({ state: 'draft' });
  let restoring: Promise<void> | undefined;

  const sender = createSender<Kept, ReplyEntry, unknown>({
    store,
    state: sending,
    send: sendOnce,
    // Clear the box, unless there is newer text in it.
    receipt: () => (draft.peek().description || draft.peek().files[0] ? [] : [{ store: 'drafts', key: number }]),
    onAccepted: ({ kind, key }) => tell(kind === 'message' ? key : undefined),
    onRefused: async () => tell(),
    onGone: async () => tell(),
    /** Puts the text back before newer text, so that nothing is lost. */
    giveBack({ kind, draft: was }) {
      if (kind === 'status') return [];
      const typed = draft.peek();
      const description = [was.description, typed.description].filter(Boolean).join('\n\n');
      const value = { ...typed, description, files: [...was.files, ...typed.files], changedAt: Date.now() };
      form.replace(value, value);
      return [form.keptAs(value)];
    },
    onNotKept() {
      form.isKept.value = false;
    },
    comesBack: true,
    ...(deps.sleep && { sleep: deps.sleep }),
  });

  function tell(written?: string): undefined {
    deps.onSent(written);
  }

  const onTheirWay = () => {
    const now = sending.peek();
    return 'entry' in now ? now.entry.draft.files : [];
  };

  /** What files need, made with the first of them. */
  function readyFiles(): Files {
    const ready =
      files.peek() ?? deps.openFiles({ draft, edit: form.edit, store, onTheirWay: () => onTheirWay().length });
    files.value = ready;
    return ready;
  }

  function restore(): Promise<void> {
    restoring ??= form.restore().then(() => {
      if (draft.peek().files[0]) readyFiles();
    });
    return restoring;
  }

  /** Sends once: files first, then the reply that names them. */
  async function sendOnce(entry: ReplyEntry): Promise<Result<unknown>> {
    const send = () => deps.withCredentials(number, (bearer) => deps.client.send(number, bearer, entry));
    const { key, body, createdAt } = entry;
    if (!entry.draft.files[0]) return send();
    const uploads: string[] = JSON.parse(body).attachments;
    const batch = { key, files: entry.draft.files, uploads, put: deps.putPart };
    return readyFiles().deliver(batch, send, createdAt);
  }

  async function submit(entry: ReplyEntry, ...emptied: Parameters<typeof sender.submit>[1][]): Promise<void> {
    for (const flag of ['replies', 'followed'] as const) setFlag(flag, panelPath, true);
    await sender.submit(entry, ...emptied);
  }

  const lengthError = computed(() => {
    const over = draft.value.description.length - LIMITS.description;
    return over > 0 ? tooLongInWords(LIMITS.description, over) : undefined;
  });
  const isBusy = () => 'entry' in sending.peek();
  const place = { thread: number, panelPath };

  return {
    text: computed(() => draft.value.description),
    /** says that the text is longer than the service takes */
    lengthError,
    sending,
    /** false when this browser stores nothing */
    isKept: form.isKept,
    /** what files need; nothing before the first of them */
    files,
    /** Adds files, or runs the pressed action: `file` or `screen`. */
    open(what: string | File[]) {
      readyFiles().open(what);
    },
    edit: (description: string) => form.edit({ description }),
    /** Appends to the draft, also to one of an earlier page. Resolves once it is stored. */
    async append(more: string) {
      await restore();
      const description = [draft.peek().description, more].filter(Boolean).join('\n\n');
      const value = { ...draft.peek(), description, changedAt: Date.now() };
      form.replace(value, value);
      await store.change(form.keptAs(value)).catch(() => {});
    },
    /** Restores the state of earlier pages, and sends what needs no confirmation. */
    async resume() {
      await restore();
      const kept = (await readOutbox(store)).replies.find(({ thread }) => thread === number);
      const now = sending.peek();
      if (now.state === 'waiting') await sender.resume(now.entry);
      else if (kept && !isBusy()) await sender.resume(kept);
    },
    /** Sends the draft. @param isSolved the ticket is solved with it @returns false when it is empty or too long */
    async submit(isSolved = false) {
      if (files.peek()) await files.peek()?.settled();
      const written = draft.peek();
      if (isBusy() || !written.description.trim() || lengthError.peek()) return isBusy();
      const emptied: Draft = { ...EMPTY_DRAFT, changedAt: Date.now() };
      const row = form.keptAs(emptied);
      form.replace(emptied, written); // first, or a draft still being saved would come back beside its reply
      await submit(toMessageEntry(written, place, Date.now(), isSolved), row);
      return true;
    },
    /** Calls the ticket solved, or opens it again. */
    async move(status: CustomerStatus) {
      if (!isBusy()) await submit(toStatusEntry(status, place, Date.now()));
    },
    /** Sends the waiting reply now. */
    retry: sender.retry,
    /** Takes back the waiting reply: its text returns to the box. */
    withdraw: sender.withdraw,
  };
});

export type ReplyModel = InstanceType<typeof ReplyModel>;
