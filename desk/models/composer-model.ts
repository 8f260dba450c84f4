import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import type { ReplyEntry, TicketDraft } from './desk-kept.ts';
import { createNote } from './note.ts';
import { overLength } from './over-length.ts';
import { createReply } from './reply.ts';
import type { Kind, WritingDeps } from './writing.ts';

export interface ComposerDeps extends Omit<WritingDeps, 'inHand'> {
  ticket: ReadonlySignal<DeskTicket | null>;
  /** of the agent's replies; empty where there is none */
  signature?: ReadonlySignal<string> | undefined;
}

const NO_SIGNATURE = signal('');

/** What an agent writes in one ticket: a reply and a note, of which one is in the field. */
export const ComposerModel = createModel(({ ticket, signature = NO_SIGNATURE, ...deps }: ComposerDeps) => {
  const { number, drafts, refresh, onSent } = deps;
  const count = computed(() => ticket.value?.ticket.messageCount ?? null);
  /** keys were typed before the field was drawn: focus it when it mounts */
  const isAwaited = signal(false);
  /** somebody writes here: until then the field takes one line */
  const isUsed = signal(false);
  /** sending was tried with a text that is too long */
  const wasTooLong = signal(false);
  /** a reply that the service has, until the thread shows it */
  const justSent = signal<ReplyEntry | null>(null);
  /** where the cursor stood when the reply was sent */
  const caret = signal<{ start: number; end: number } | null>(null);
  let telling: Promise<void> | undefined;

  const shared: WritingDeps = {
    ...deps,
    inHand: (): TicketDraft => ({
      reply: reply.inHand(),
      note: note.inHand(),
      status: reply.status.peek(),
      seen: reply.seen.peek(),
      files: { reply: reply.filesInHand(), note: note.filesInHand() },
      followUpAt: reply.followUpAt.peek(),
    }),
    // The thread shows the sent message before it is announced.
    onSent(kind, entry) {
      if (entry.kind === 'reply') justSent.value = entry;
      telling = refresh().then(() => {
        justSent.value = null;
        onSent(kind, entry);
      });
    },
  };
  const reply = createReply(shared, count, signature);
  const note = createNote(shared);

  function restore(): void {
    const kept = drafts.get(number);
    const entries = drafts.onTheirWay(number);
    reply.restore(
      kept,
      entries.find((entry) => entry.kind === 'reply'),
    );
    note.restore(
      kept,
      entries.find((entry) => entry.kind === 'note'),
    );
  }

  restore();
  // Return to a note that was left unfinished.
  const isBegun = ({ text, files }: typeof note | typeof reply) => text.peek() !== '' || files.files.peek().length > 0;
  const kind = signal<Kind>(isBegun(note) && !isBegun(reply) ? 'note' : 'reply');
  const inField = (of: Kind) => (of === 'reply' ? reply : note);
  const text = computed(() => inField(kind.value).text.value);
  const over = computed(() => overLength(kind.value === 'reply' ? reply.whole.value : text.value, LIMITS.description));
  const isEmpty = computed(() => {
    const { files, preparing, notTaken } = inField(kind.value).files;
    return text.value === '' && preparing.value + files.value.length + notTaken.value.length === 0;
  });
  const sending = computed(() => inField(kind.value).state.value);

  reply.followSeen();
  // Two tabs on one ticket share one draft.
  effect(() => drafts.follow(number, restore));

  return {
    kind,
    text,
    /** how many characters too long the text in the field is */
    over,
    /** whether that is why it was not sent */
    isRefusedAsLong: computed(() => wasTooLong.value && over.value > 0),
    reply: reply.text,
    note: note.text,
    status: computed(() => reply.status.value),
    hasCopies: computed(() => reply.hasCopies.value),
    /** what the reply is sent with under its text; empty where nothing is added */
    signature: computed(() => reply.missing.value),
    isUnsigned: computed(() => reply.isUnsigned.value),
    /** the files of the text in the field */
    files: computed(() => inField(kind.value).files),
    followUpAt: computed(() => reply.followUpAt.value),
    /** the state of the text in the field */
    sending,
    /** where the reply and the note stand */
    both: computed(() => [reply.state.value, note.state.value]),
    /** the reply that is on its way, until the thread shows it */
    going: computed(() => {
      const now = reply.state.value;
      return now.state === 'sending' ? now.entry : justSent.value;
    }),
    caret,
    /** The reply was undone: it goes on in its field, which takes the focus when it is drawn. */
    comeBack() {
      kind.value = 'reply';
      isAwaited.value = true;
    },
    isAwaited,
    isUsed,
    /** nobody writes, and nothing is written: the field takes one line */
    isFolded: computed(() => !isUsed.value && isEmpty.value && sending.value.state === 'draft'),
    seen: reply.seen,
    isBehind: reply.isBehind,
    choose(to: Kind) {
      kind.value = to;
    },
    /** Drops the draft: it was moved to another ticket. */
    forget() {
      reply.forget();
      note.forget();
    },
    copy: (isWanted: boolean) => reply.copy(isWanted),
    sign: (isWanted: boolean) => reply.sign(isWanted),
    leaveAs: (to: ReplyStatus) => reply.leaveAs(to),
    promise: (at: string | null) => reply.promise(at),
    edit(typed: string) {
      if (sending.peek().state === 'sending') return;
      wasTooLong.value = false;
      inField(kind.peek()).edit(typed);
    },
    /** Sends the text in the field, or the waiting entry again. @returns whether it was accepted */
    async send(): Promise<boolean> {
      if (sending.peek().state === 'sending' || text.peek().trim() === '') return false;
      wasTooLong.value = over.peek() > 0;
      if (wasTooLong.peek()) return false;
      const sent = inField(kind.peek());
      if (sent.files.preparing.peek() > 0) await sent.files.add([]);
      await sent.send();
      await telling;
      return sent.state.peek().state === 'draft';
    },
    /** Sends entries without a response again. */
    resend() {
      reply.resend();
      note.resend();
    },
  };
});

export type ComposerModel = InstanceType<typeof ComposerModel>;
