import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { randomId } from '../../browser/random-id.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { Draft, Drafts } from './drafts.ts';
import { findNote, notesLike } from './find-note.ts';
import { readReplyStatus, USUAL_STATUS } from './reply-status.ts';

export type Kind = 'reply' | 'note';

/** The state of the last send. */
export type Sending =
  | { state: 'none' }
  | { state: 'sending' }
  /** no response; the same is sent again by a press, or when the network is back */
  | { state: 'waiting' }
  /** there are messages that the reply has not seen: they are shown now, and the next press sends it all the same */
  | { state: 'newer'; shown: number }
  | { state: 'refused'; code: string };

export interface ComposerDeps {
  number: string;
  client: Pick<DeskClient, 'answer' | 'change'>;
  drafts: Drafts;
  ticket: ReadonlySignal<DeskTicket | null>;
  /** reads the ticket again */
  look: () => Promise<void>;
  onSent: (kind: Kind) => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

const TRIES = 4;

/**
 * The reply or note that an agent writes in one ticket: saved while typing, sent once, never over an unseen message.
 */
export const ComposerModel = createModel((deps: ComposerDeps) => {
  const { number, client, drafts, ticket } = deps;
  const sleep = deps.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const kept = drafts.get(number);
  // Return to a note that was left unfinished.
  const kind = signal<Kind>(kept.note && !kept.reply ? 'note' : 'reply');
  const reply = signal(kept.reply);
  const note = signal(kept.note);
  const status = signal(readReplyStatus(kept.status) ?? USUAL_STATUS);
  const sending = signal<Sending>({
    state: (kind.peek() === 'reply' ? kept.attempt : kept.noted) ? 'waiting' : 'none',
  });
  /** keys were typed before the field was drawn: focus it when it mounts */
  const isAwaited = signal(false);
  const seen = signal(kept.seen);
  const count = computed(() => ticket.value?.ticket.messageCount ?? null);
  const text = computed(() => (kind.value === 'reply' ? reply.value : note.value));
  let { attempt, noted }: Pick<Draft, 'attempt' | 'noted'> = kept;

  // Before writing begins, all shown messages count as seen; a reply that is begun has not seen later ones.
  effect(() => {
    if (count.value !== null && reply.value.trim() === '') seen.value = count.value;
  });

  // Two tabs on one ticket share one draft.
  effect(() =>
    drafts.follow(number, (written) => {
      if (sending.peek().state === 'sending') return;
      reply.value = written.reply;
      note.value = written.note;
      status.value = readReplyStatus(written.status) ?? USUAL_STATUS;
      seen.value = written.seen;
      ({ attempt, noted } = written);
    }),
  );

  function keep(): void {
    drafts.keep(number, {
      reply: reply.peek(),
      note: note.peek(),
      status: status.peek(),
      seen: seen.peek(),
      attempt,
      noted,
    });
  }

  async function sendReply(): Promise<void> {
    const now = sending.peek();
    if (now.state === 'newer') seen.value = now.shown;
    const body = { text: reply.peek().trim(), status: status.peek(), seen: seen.peek() ?? count.peek() ?? 0 };
    const isSame =
      attempt?.text === body.text && attempt.status === body.status && attempt.seen === body.seen ? attempt : null;
    const current = isSame ?? { key: randomId(16), ...body };
    attempt = current;
    keep();
    sending.value = { state: 'sending' };
    const request = { text: body.text, status: body.status, seenMessages: body.seen };
    for (let tries = 1; ; tries++) {
      const answer = await client.answer(number, current.key, request);
      if (answer.outcome === 'ok') return settle('reply');
      if (answer.outcome === 'refused') return refuse(answer.code);
      if (answer.outcome === 'signed-out' || tries === TRIES) break;
      await sleep(Math.max(answer.retryAfter * 1000, 500 * 2 ** tries));
    }
    sending.value = { state: 'waiting' };
  }

  async function refuse(code: string): Promise<void> {
    attempt = null;
    keep();
    if (code === 'newer-message') await deps.look();
    sending.value =
      code === 'newer-message' ? { state: 'newer', shown: count.peek() ?? 0 } : { state: 'refused', code };
  }

  async function settle(sent: Kind): Promise<void> {
    if (sent === 'reply') {
      attempt = null;
      reply.value = '';
      // The chosen status does not carry over to the next reply.
      status.value = USUAL_STATUS;
    } else {
      noted = null;
      note.value = '';
    }
    keep();
    sending.value = { state: 'none' };
    await deps.look();
    deps.onSent(sent);
  }

  /** Sends a note, but not a second time while it is unknown whether the first one arrived. */
  async function sendNote(): Promise<void> {
    const text = note.peek().trim();
    sending.value = { state: 'sending' };
    if (noted?.text === text) {
      const found = await findNote(noted, ticket, deps.look);
      if (found === 'there') return settle('note');
      if (found === 'unknown') {
        sending.value = { state: 'waiting' };
        return;
      }
    }
    const tried = { text, before: notesLike(ticket.peek(), text) };
    noted = tried;
    keep();
    const answer = await client.change(number, { kind: 'note', body: { text } });
    if (answer.outcome === 'ok') return settle('note');
    if (answer.outcome === 'unanswered' && (await findNote(tried, ticket, deps.look)) === 'there')
      return settle('note');
    if (answer.outcome === 'refused') noted = null;
    keep();
    sending.value = answer.outcome === 'refused' ? { state: 'refused', code: answer.code } : { state: 'waiting' };
  }

  async function send(): Promise<boolean> {
    if (sending.peek().state === 'sending' || text.peek().trim() === '') return false;
    await (kind.peek() === 'reply' ? sendReply() : sendNote());
    return sending.peek().state === 'none';
  }

  return {
    kind,
    text,
    reply,
    note,
    status: computed(() => status.value),
    sending,
    isAwaited,
    seen,
    /** whether there are messages newer than the beginning of the reply */
    isBehind: computed(
      () => reply.value.trim() !== '' && count.value !== null && seen.value !== null && count.value > seen.value,
    ),
    choose(to: Kind) {
      if (sending.peek().state === 'sending') return;
      kind.value = to;
      if (sending.peek().state !== 'waiting' || !attempt) sending.value = { state: 'none' };
    },
    /** Drops the draft: it was moved to another ticket. */
    forget() {
      attempt = null;
      noted = null;
      reply.value = '';
      note.value = '';
      sending.value = { state: 'none' };
    },
    /** Sets the status that the reply leaves. */
    leaveAs(to: ReplyStatus) {
      status.value = to;
      keep();
    },
    edit(typed: string) {
      if (kind.peek() === 'reply') reply.value = typed;
      else note.value = typed;
      const { state } = sending.peek();
      const isGivenUp = typed.trim() === '' && (state === 'newer' || state === 'waiting');
      if (isGivenUp && kind.peek() === 'reply') attempt = null;
      if (isGivenUp && kind.peek() === 'note') noted = null;
      if (isGivenUp || state === 'refused') sending.value = { state: 'none' };
      keep();
    },
    send,
  };
});

export type ComposerModel = InstanceType<typeof ComposerModel>;
