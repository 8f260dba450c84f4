import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { REPLY_STATUSES, type ReplyStatus } from '../../src/contract/lists.ts';
import { momentInFull } from '../words/moments.ts';
import type { ReplyEntry, TicketDraft } from './desk-kept.ts';
import { missingSignature, signed } from './signature.ts';
import { createWriting, type WritingDeps } from './writing.ts';

/** The status a reply leaves its ticket in when nothing else is chosen. */
export const USUAL_STATUS: ReplyStatus = 'waiting-for-customer';

/** What a text means as such a status; null when it is none, or one that no reply can leave. */
export function readReplyStatus(text: string | null): ReplyStatus | null {
  return REPLY_STATUSES.find((status) => status === text) ?? null;
}

/**
 * The reply that an agent writes: it leaves the ticket in a status, and is never sent over an unseen message.
 * @param count how many messages the thread has as it is shown; null until it is loaded
 * @param signature the agent's; empty where there is none
 */
export function createReply(
  deps: WritingDeps,
  count: ReadonlySignal<number | null>,
  signature: ReadonlySignal<string>,
) {
  const status = signal<ReplyStatus>(USUAL_STATUS);
  /** whether the others of the last letter get a copy */
  const hasCopies = signal(false);
  /** by when the reply says that we write again, as an ISO instant */
  const followUpAt = signal<string | null>(null);
  /** the agent took the signature off this reply */
  const isUnsigned = signal(false);
  const seen = signal<number | null>(null);
  const writing = createWriting<ReplyEntry>('reply', deps, {
    onAccepted() {
      // What was chosen does not carry over to the next reply.
      status.value = USUAL_STATUS;
      hasCopies.value = false;
      followUpAt.value = null;
      isUnsigned.value = false;
    },
    async onRefused(code) {
      if (code !== 'newer-message') return undefined;
      await deps.refresh();
      return { state: 'newer', shown: count.peek() ?? 0 };
    },
  });
  const { text, state } = writing;
  const whole = computed(() => signed(text.value, isUnsigned.value ? '' : signature.value));

  /** An entry was frozen with what was chosen before. */
  function choose(change: () => void): void {
    const now = state.peek();
    if (now.state === 'sending') return;
    change();
    if ('entry' in now) writing.takeBack();
    else deps.drafts.keep(deps.number, deps.inHand());
  }

  return {
    ...writing,
    status,
    hasCopies,
    followUpAt,
    isUnsigned,
    /** what the reply is sent with under its text; empty where nothing is added */
    missing: computed(() => (isUnsigned.value ? '' : missingSignature(text.value, signature.value))),
    /** the reply as it is sent */
    whole,
    seen,
    /** whether there are messages newer than the beginning of the reply */
    isBehind: computed(
      () => text.value.trim() !== '' && count.value !== null && seen.value !== null && count.value > seen.value,
    ),
    restore(kept: TicketDraft, entry: ReplyEntry | undefined): void {
      if (!writing.restore(kept, entry)) return;
      status.value = readReplyStatus(entry?.draft.status ?? kept.status) ?? USUAL_STATUS;
      seen.value = entry?.draft.seen ?? kept.seen;
      hasCopies.value = entry?.draft.hasCopies ?? hasCopies.peek();
      isUnsigned.value = entry?.draft.isUnsigned ?? isUnsigned.peek();
      followUpAt.value = (entry ? entry.draft.followUpAt : kept.followUpAt) ?? null;
    },
    /** Before writing begins, all shown messages count as seen; a reply that is begun has not seen later ones. */
    followSeen: () =>
      effect(() => {
        if (count.value !== null && text.value.trim() === '') seen.value = count.value;
      }),
    /** Sets the status that the reply leaves. What waits for the customer, or is solved, we do not write about again. */
    leaveAs(to: ReplyStatus): void {
      choose(() => {
        status.value = to;
        if (to !== 'in-progress') followUpAt.value = null;
      });
    },
    /** Sets by when we write again, which leaves the ticket in progress; null takes both back. */
    promise(at: string | null): void {
      choose(() => {
        const before = followUpAt.peek();
        // A ready text has named the earlier time.
        if (before && at) text.value = text.peek().replaceAll(momentInFull(before), momentInFull(at));
        status.value = at === null ? USUAL_STATUS : 'in-progress';
        followUpAt.value = at;
      });
    },
    /** Sets whether the others of the last letter get a copy. */
    copy(isWanted: boolean): void {
      choose(() => {
        hasCopies.value = isWanted;
      });
    },
    /** Sets whether the reply ends with the signature. */
    sign(isWanted: boolean): void {
      choose(() => {
        isUnsigned.value = !isWanted;
      });
    },
    send: () =>
      writing.send(() => {
        const now = state.peek();
        if (now.state === 'newer') seen.value = now.shown;
        const at = followUpAt.peek();
        const more = { ...(hasCopies.peek() && { hasCopies: true }), ...(at !== null && { followUpAt: at }) };
        const chosen = { text: text.peek(), status: status.peek(), seen: seen.peek() ?? count.peek() ?? 0, ...more };
        const draft = { ...chosen, ...(isUnsigned.peek() && { isUnsigned: true }) };
        const request = { text: whole.peek(), status: chosen.status, seenMessages: chosen.seen, ...more };
        return { request, draft };
      }),
  };
}
