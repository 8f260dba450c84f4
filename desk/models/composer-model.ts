import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { toOutboxEntry } from '../../browser/outbox-entry.ts';
import { createSender, type Sending } from '../../browser/sender.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { toResult } from '../client/desk-http.ts';
import type { DeskKept, DeskStore, NoteEntry, ReplyEntry, TicketDraft } from './desk-kept.ts';
import type { Drafts } from './drafts.ts';
import { overLength } from './over-length.ts';
import { readReplyStatus, USUAL_STATUS } from './reply-status.ts';

export type Kind = 'reply' | 'note';

/** There are messages that the reply has not seen: the next press sends it over these, which are shown now. */
interface Newer {
  state: 'newer';
  shown: number;
}

export interface ComposerDeps {
  number: string;
  /** id of the agent */
  agent: string;
  client: Pick<DeskClient, 'send'>;
  store: DeskStore;
  drafts: Drafts;
  ticket: ReadonlySignal<DeskTicket | null>;
  /** reads the ticket again */
  refresh: () => Promise<void>;
  onSent: (kind: Kind) => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** The number of tries before the agent is told: they are at the desk, and can press again. */
export const DESK_TRIES = 3;

/**
 * The reply or note that an agent writes in one ticket: saved while typing, sent once, never over an unseen message.
 */
export const ComposerModel = createModel((deps: ComposerDeps) => {
  const { number, agent, client, store, drafts, ticket, refresh } = deps;
  const reply = signal('');
  const note = signal('');
  const status = signal<ReplyStatus>(USUAL_STATUS);
  const seen = signal<number | null>(null);
  const replying = signal<Sending<ReplyEntry> | Newer>({ state: 'draft' });
  const noting = signal<Sending<NoteEntry>>({ state: 'draft' });
  /** keys were typed before the field was drawn: focus it when it mounts */
  const isAwaited = signal(false);
  const count = computed(() => ticket.value?.ticket.messageCount ?? null);
  let telling: Promise<void> | undefined;

  /** Shows the stored text: the text of an entry stays in its field until it is answered. */
  function restore(): void {
    const kept = drafts.get(number);
    const entries = drafts.onTheirWay(number);
    const sentReply = entries.find((entry) => entry.kind === 'reply');
    const sentNote = entries.find((entry) => entry.kind === 'note');
    if (replying.peek().state !== 'sending') {
      reply.value = sentReply?.draft.text ?? kept.reply;
      status.value = readReplyStatus(sentReply?.draft.status ?? kept.status) ?? USUAL_STATUS;
      seen.value = sentReply?.draft.seen ?? kept.seen;
      if (sentReply) replying.value = { state: replies.mustAsk(sentReply) ? 'asking' : 'waiting', entry: sentReply };
      else if ('entry' in replying.peek()) replying.value = { state: 'draft' };
    }
    if (noting.peek().state !== 'sending') {
      note.value = sentNote?.draft.text ?? kept.note;
      if (sentNote) noting.value = { state: notes.mustAsk(sentNote) ? 'asking' : 'waiting', entry: sentNote };
      else if ('entry' in noting.peek()) noting.value = { state: 'draft' };
    }
  }

  /** The current draft, without the text of an entry. */
  const inHand = (): TicketDraft => ({
    reply: 'entry' in replying.peek() ? '' : reply.peek(),
    note: 'entry' in noting.peek() ? '' : note.peek(),
    status: status.peek(),
    seen: seen.peek(),
  });

  const keep = () => drafts.keep(number, inHand());

  /** The thread shows the sent message before it is announced. */
  function tell(sent: Kind): undefined {
    telling = refresh().then(() => deps.onSent(sent));
  }

  /**
   * Another tab sent an entry, or took it back: then it is a draft there. It is deleted on the disk already; no other entry
   * ever has its key.
   */
  const onGone =
    (field: typeof reply, of: Kind) =>
    async ({ key }: ReplyEntry | NoteEntry) => {
      void store.change({ store: 'outbox', key }).catch(() => {});
      await refresh();
      field.value = drafts.get(number)[of];
      return undefined;
    };

  const common = {
    store,
    send: async (entry: ReplyEntry | NoteEntry) => toResult(await client.send(entry)),
    tries: DESK_TRIES,
    ...(deps.sleep && { sleep: deps.sleep }),
  };

  const replies = createSender<DeskKept, ReplyEntry, unknown, Newer>({
    ...common,
    state: replying,
    onAccepted() {
      reply.value = '';
      // The chosen status does not carry over to the next reply.
      status.value = USUAL_STATUS;
      return tell('reply');
    },
    async onRefused(_, { code }) {
      if (code !== 'newer-message') return undefined;
      await refresh();
      return { state: 'newer', shown: count.peek() ?? 0 };
    },
    giveBack: () => [drafts.row(number, { ...inHand(), reply: reply.peek() })],
    onGone: onGone(reply, 'reply'),
  });

  const notes = createSender<DeskKept, NoteEntry, unknown>({
    ...common,
    state: noting,
    onAccepted() {
      note.value = '';
      return tell('note');
    },
    giveBack: () => [drafts.row(number, { ...inHand(), note: note.peek() })],
    onGone: onGone(note, 'note'),
  });

  restore();
  // Return to a note that was left unfinished.
  const kind = signal<Kind>(note.peek() && !reply.peek() ? 'note' : 'reply');
  const text = computed(() => (kind.value === 'reply' ? reply.value : note.value));
  const over = computed(() => overLength(text.value, LIMITS.description));
  /** sending was tried with a text that is too long */
  const wasTooLong = signal(false);
  const sending = computed(() => (kind.value === 'reply' ? replying.value : noting.value));

  // Before writing begins, all shown messages count as seen; a reply that is begun has not seen later ones.
  effect(() => {
    if (count.value !== null && reply.value.trim() === '') seen.value = count.value;
  });

  // Two tabs on one ticket share one draft.
  effect(() => drafts.follow(number, restore));

  async function sendReply(): Promise<void> {
    const now = replying.peek();
    if (now.state === 'waiting' || now.state === 'asking') return replies.retry();
    if (now.state === 'newer') seen.value = now.shown;
    const draft = { text: reply.peek(), status: status.peek(), seen: seen.peek() ?? count.peek() ?? 0 };
    const request = { text: draft.text.trim(), status: draft.status, seenMessages: draft.seen };
    const entry: ReplyEntry = { ...toOutboxEntry(request, draft, Date.now()), kind: 'reply', agent, number };
    replying.value = { state: 'sending', entry, tries: 1 };
    await replies.submit(entry, drafts.row(number, inHand()));
  }

  async function sendNote(): Promise<void> {
    const now = noting.peek();
    if (now.state === 'waiting' || now.state === 'asking') return notes.retry();
    const draft = { text: note.peek() };
    const entry: NoteEntry = {
      ...toOutboxEntry({ text: draft.text.trim() }, draft, Date.now()),
      kind: 'note',
      agent,
      number,
    };
    noting.value = { state: 'sending', entry, tries: 1 };
    await notes.submit(entry, drafts.row(number, inHand()));
  }

  /** Withdraws an entry without a response: its text is a draft again. */
  function takeBack(): void {
    void (kind.peek() === 'reply' ? replies : notes).withdraw();
  }

  return {
    kind,
    text,
    /** how many characters too long the text in the field is */
    over,
    /** whether that is why it was not sent */
    isRefusedAsLong: computed(() => wasTooLong.value && over.value > 0),
    reply,
    note,
    status: computed(() => status.value),
    /** the state of the text in the field */
    sending,
    /** where the reply and the note stand */
    both: computed(() => [replying.value, noting.value]),
    isAwaited,
    seen,
    /** whether there are messages newer than the beginning of the reply */
    isBehind: computed(
      () => reply.value.trim() !== '' && count.value !== null && seen.value !== null && count.value > seen.value,
    ),
    choose(to: Kind) {
      kind.value = to;
    },
    /** Drops the draft: it was moved to another ticket. */
    forget() {
      reply.value = note.value = '';
      replying.value = noting.value = { state: 'draft' };
    },
    /** Sets the status that the reply leaves. */
    leaveAs(to: ReplyStatus) {
      if (replying.peek().state === 'sending') return;
      status.value = to;
      if ('entry' in replying.peek()) void replies.withdraw();
      else keep();
    },
    edit(typed: string) {
      const state = kind.peek() === 'reply' ? replying : noting;
      const now = state.peek();
      if (now.state === 'sending') return;
      wasTooLong.value = false;
      if (kind.peek() === 'reply') reply.value = typed;
      else note.value = typed;
      const isGivenUp = now.state === 'newer' && typed.trim() === '';
      if (now.state === 'not-sent' || isGivenUp) state.value = { state: 'draft' };
      if ('entry' in now) takeBack();
      else keep();
    },
    /** Sends the text in the field, or the waiting entry again. @returns whether it was accepted */
    async send(): Promise<boolean> {
      const state = sending.peek();
      if (state.state === 'sending' || text.peek().trim() === '') return false;
      wasTooLong.value = over.peek() > 0;
      if (wasTooLong.peek()) return false;
      const sent = kind.peek();
      await (sent === 'reply' ? sendReply() : sendNote());
      await telling;
      return (sent === 'reply' ? replying : noting).peek().state === 'draft';
    },
    /** Sends an entry without a response again; an old one waits for a press, another for the end of a pause. */
    resend() {
      for (const [state, sender] of [
        [replying, replies],
        [noting, notes],
      ] as const) {
        const now = state.peek();
        if (now.state === 'waiting') void sender.resume(now.entry as ReplyEntry & NoteEntry);
      }
    },
  };
});

export type ComposerModel = InstanceType<typeof ComposerModel>;
