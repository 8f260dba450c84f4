import { signal } from '@preact/signals';
import type { Part } from '../../browser/files/upload-batch.ts';
import { toOutboxEntry } from '../../browser/outbox-entry.ts';
import { randomId } from '../../browser/random-id.ts';
import { createSender, type Sending } from '../../browser/sender.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { toResult } from '../client/desk-http.ts';
import type { DeskKept, DeskStore, NoteEntry, ReplyEntry, TicketDraft } from './desk-kept.ts';
import type { Drafts } from './drafts.ts';
import { createFiles } from './files.ts';
import { HOLD_MS, type Hold } from './hold.ts';

export type Kind = 'reply' | 'note';

/** There are messages that the reply has not seen: the next press sends it over these, which are shown now. */
export interface Newer {
  state: 'newer';
  shown: number;
}

export interface WritingDeps {
  number: string;
  /** id of the agent */
  agent: string;
  client: Pick<DeskClient, 'send' | 'putPart'>;
  store: DeskStore;
  drafts: Drafts;
  /** where replies wait before they go; without it they go at once */
  hold?: Hold | undefined;
  /** reads the ticket again */
  refresh: () => Promise<void>;
  /** the ticket's whole draft, without the text of an entry */
  inHand: () => TicketDraft;
  /** called after a text was stored by the service */
  onSent: (kind: Kind, entry: ReplyEntry | NoteEntry) => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** What one kind of text does beside that. */
interface OwnRules {
  onAccepted?: () => void;
  /** @returns the state to show; the refusal's code by default */
  onRefused?: (code: string) => Promise<Newer | undefined>;
}

/** A draft without files. */
export const NO_FILES = { reply: [], note: [] } as const;

/** The number of tries before the agent is told: they are at the desk, and can press again. */
export const DESK_TRIES = 3;

/** A text that an agent writes in one ticket: saved while typing, sent once, and theirs again when it is not sent. */
export function createWriting<Entry extends ReplyEntry | NoteEntry>(
  kind: Entry['kind'],
  { number, agent, client, store, drafts, hold, refresh, inHand, onSent, sleep }: WritingDeps,
  own: OwnRules = {},
) {
  const text = signal('');
  const state = signal<Sending<Entry> | Newer>({ state: 'draft' });

  const files = createFiles(store, () => changed());

  /** Keeps what is in the field; an entry that it was frozen in is a draft again. */
  function changed(): void {
    const now = state.peek();
    if (now.state === 'not-sent') state.value = { state: 'draft' };
    if ('entry' in now) void sender.withdraw();
    else drafts.keep(number, inHand());
  }

  const sender = createSender<DeskKept, Entry, unknown, Newer>({
    store,
    state,
    tries: DESK_TRIES,
    ...(sleep && { sleep }),
    // While it waits here, this page has the lease: no other one sends it.
    async send(entry) {
      const named = entry.draft.files ?? [];
      const batch = named.length > 0 && {
        key: entry.key,
        files: named,
        uploads: JSON.parse(entry.body).attachments as string[],
        put: (part: Part) => client.putPart(number, part),
      };
      // Files go while it waits: a page that is left then has only to send what names them.
      const ahead = batch && 'notBefore' in entry ? files.upload(batch) : null;
      let isAhead = false;
      void ahead?.then((failure) => {
        isAhead = failure === null;
      });
      const how = (await hold?.ended(entry.key)) ?? 'due';
      if (how === 'undone') void sender.withdraw();
      // Without its row another tab made a draft of it again, or its ticket was merged.
      if (how === 'undone' || !store.get('outbox', entry.key)) return { outcome: 'unanswered', retryAfter: 0 };
      const send = async () => toResult(await client.send(entry, how === 'left'));
      if (!batch) return send();
      // No request of a page that is left can wait for files that are on their way: they go with the next page.
      if (how === 'left') return isAhead ? send() : { outcome: 'unanswered', retryAfter: 0 };
      await ahead;
      return files.deliver(batch, send);
    },
    onAccepted(entry) {
      text.value = '';
      files.files.value = [];
      own.onAccepted?.();
      onSent(kind, entry);
      return undefined;
    },
    onRefused: async (_, { code }) => own.onRefused?.(code),
    giveBack() {
      const kept = inHand();
      return [
        drafts.row(number, {
          ...kept,
          [kind]: text.peek(),
          files: { ...NO_FILES, ...kept.files, [kind]: files.files.peek() },
        }),
      ];
    },
    /**
     * Another tab sent the entry, or took it back: then it is a draft there. It is deleted on the disk already; no other
     * entry ever has its key.
     */
    async onGone({ key }) {
      void store.change({ store: 'outbox', key }).catch(() => {});
      await refresh();
      text.value = drafts.get(number)[kind];
      files.files.value = drafts.get(number).files?.[kind] ?? [];
      return undefined;
    },
  });

  return {
    text,
    state,
    files,
    /** its files, unless an entry has them */
    filesInHand: () => ('entry' in state.peek() ? [] : files.files.peek()),
    /** the text, unless an entry has it */
    inHand: () => ('entry' in state.peek() ? '' : text.peek()),
    /**
     * Shows the stored text: the text of an entry stays in its field until it is answered.
     * @returns false while it is being sent
     */
    restore(kept: TicketDraft, entry: Entry | undefined): boolean {
      if (state.peek().state === 'sending') return false;
      text.value = entry?.draft.text ?? kept[kind];
      files.files.value = (entry ? entry.draft.files : kept.files?.[kind]) ?? [];
      if (entry) state.value = { state: sender.mustAsk(entry) ? 'asking' : 'waiting', entry };
      else if ('entry' in state.peek()) state.value = { state: 'draft' };
      return true;
    },
    edit(typed: string): void {
      const now = state.peek();
      text.value = typed;
      const isGivenUp = now.state === 'newer' && typed.trim() === '';
      if (now.state === 'not-sent' || isGivenUp) state.value = { state: 'draft' };
      if ('entry' in now) void sender.withdraw();
      else drafts.keep(number, inHand());
    },
    /** Sends what `freeze` makes of the text, or the waiting entry again. */
    async send(freeze: () => { request: object; draft: Entry['draft'] }): Promise<void> {
      const { state: before } = state.peek();
      if (before === 'waiting' || before === 'asking') return sender.retry();
      const frozenOf = freeze();
      const named = files.files.peek();
      const hasFiles = named.length > 0;
      const request = { ...frozenOf.request, ...(hasFiles && { attachments: named.map(() => randomId(16)) }) };
      const draft = { ...frozenOf.draft, ...(hasFiles && { files: named }) };
      const now = Date.now();
      const notBefore = now + HOLD_MS;
      const isHeld = kind === 'reply' && hold !== undefined;
      const frozen = { ...toOutboxEntry(request, draft, now), kind, agent, number, ...(isHeld && { notBefore }) };
      const entry = frozen as Entry;
      state.value = { state: 'sending', entry, tries: 1 };
      const submitted = sender.submit(entry, drafts.row(number, inHand()));
      const isOver = () => state.peek().state === 'draft';
      if (isHeld) hold.begin({ ...(entry as ReplyEntry), notBefore }, submitted.then(isOver));
      await submitted;
    },
    /** Withdraws an entry without a response: its text is a draft again. */
    takeBack: () => void sender.withdraw(),
    /** Sends an entry without a response again; an old one waits for a press, another for the end of a pause. */
    resend() {
      const now = state.peek();
      if (now.state === 'waiting') void sender.resume(now.entry);
    },
    /** Drops the text: it was moved to another ticket. */
    forget() {
      text.value = '';
      files.files.value = [];
      state.value = { state: 'draft' };
    },
  };
}
