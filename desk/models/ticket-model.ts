import { createModel, signal } from '@preact/signals';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { Change, DeskClient } from '../client/desk-client.ts';

export interface TicketDeps {
  number: string;
  client: Pick<DeskClient, 'readTicket' | 'listIncidents' | 'change' | 'readAttachment'>;
  /** whether the ticket is visible: messages read in the background are not marked as seen */
  isShown?: () => boolean;
  /** something that the lists show has changed */
  onChanged: () => void;
  /** the ticket was merged into another one */
  onMerged: (into: string) => void;
}

/** Why a change failed. */
export type ChangeFailure =
  /** somebody else is assigned; null for nobody */
  | { kind: 'taken'; by: string | null }
  | {
      kind: 'newer-message' | 'not-allowed' | 'not-merged' | 'not-unmerged' | 'thread-full' | 'unanswered';
    }
  /** the incident was solved meanwhile: its answer has gone out */
  | { kind: 'not-linked' }
  /** the host of the sending page is another shop's, or cannot be a shop's; with the name of the shop that has it */
  | { kind: 'address-not-added'; shop: string | null };

/** One ticket with everything about it, as last read from the service. */
export const TicketModel = createModel(({ number, client, isShown = () => true, onChanged, onMerged }: TicketDeps) => {
  const ticket = signal<DeskTicket | null>(null);
  const state = signal<'loading' | 'shown' | 'gone' | 'unanswered'>('loading');
  const failure = signal<ChangeFailure | null>(null);
  /** the position after which no agent had seen the messages when the ticket was opened */
  const seenBefore = signal<number | null>(null);
  let asked = 0;

  async function refresh(): Promise<void> {
    const mine = ++asked;
    const answer = await client.readTicket(number);
    if (mine !== asked) return;
    if (answer.outcome === 'ok' && answer.value.ticket.number !== number) onMerged(answer.value.ticket.number);
    else if (answer.outcome === 'ok') {
      ticket.value = answer.value;
      state.value = 'shown';
      const { messageCount, unseen } = answer.value.ticket;
      seenBefore.value ??= messageCount - unseen;
      if (unseen > 0 && isShown() && document.visibilityState === 'visible') await see(messageCount);
    } else if (answer.outcome === 'refused') state.value = 'gone';
    else state.value = 'unanswered';
  }

  async function see(messages: number): Promise<void> {
    const answer = await client.change(number, { kind: 'seen', body: { messages } });
    if (answer.outcome === 'ok') onChanged();
  }

  return {
    ticket,
    state,
    failure,
    seenBefore,
    refresh,
    /**
     * Changes the ticket, one that was merged into it, or a letter about it, and reads it again, also after a refusal: then its state differs
     * from what is shown.
     */
    async change(change: Change, of = number) {
      failure.value = null;
      const answer = await client.change(of, change);
      if (answer.outcome === 'unanswered') failure.value = { kind: 'unanswered' };
      if (answer.outcome === 'refused') failure.value = whyRefused(answer.problem, change);
      await refresh();
      onChanged();
      return answer.outcome === 'ok';
    },
    /** Incidents it can be linked to; none when they cannot be had now. */
    async readIncidents() {
      const answer = await client.listIncidents();
      return answer.outcome === 'ok' ? answer.value : [];
    },
    forgetFailure() {
      failure.value = null;
    },
    /** A file of the ticket; null when it cannot be read now. */
    async readAttachment(id: string) {
      const answer = await client.readAttachment(id);
      return answer.outcome === 'ok' ? answer.value : null;
    },
  };
});

export type TicketModel = InstanceType<typeof TicketModel>;

function whyRefused({ code, assignee, shop }: Problem, { kind }: Change): ChangeFailure {
  if (code === 'newer-message' || code === 'thread-full') return { kind: code };
  if (kind === 'unmerge') return { kind: 'not-unmerged' };
  if (kind === 'merge') return { kind: 'not-merged' };
  if (kind === 'incident') return { kind: 'not-linked' };
  if (kind === 'panel-address') return { kind: 'address-not-added', shop: nameOf(shop) };
  return kind === 'assignee' && code === 'conflict' ? { kind: 'taken', by: nameOf(assignee) } : { kind: 'not-allowed' };
}

/** The name that a refusal tells: of the agent who was faster, or of the shop that has an address. */
function nameOf(told: unknown): string | null {
  const { name } = (told ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : null;
}
