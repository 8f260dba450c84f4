import { batch, computed, createModel, signal } from '@preact/signals';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { Change, DeskClient } from '../client/desk-client.ts';
import type { Expected } from './expected.ts';

/** Where the lists show what a press makes of a ticket before the service answers. */
export interface Expecting {
  /** Shows what a change will make of a ticket. @returns it; null for a change whose outcome only the service knows */
  begin: (change: Change, row: DeskTicket['ticket']) => Expected | null;
  /** The service has answered: what was expected is true, or is taken back. */
  settle: (isAccepted: boolean) => void;
}

export interface TicketDeps {
  number: string;
  client: Pick<DeskClient, 'readTicket' | 'listIncidents' | 'change' | 'readAttachment'>;
  /** whether the ticket is visible: messages read in the background are not marked as seen */
  isShown?: () => boolean;
  expecting?: Expecting;
  /** something that the lists show has changed */
  onChanged: () => void;
  /** the ticket was merged into another one */
  onMerged: (into: string) => void;
}

/** How far a thread was read when the ticket was opened. */
export interface SeenBefore {
  messages: number;
  /** by this agent; otherwise by the team */
  isMine: boolean;
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
export const TicketModel = createModel((deps: TicketDeps) => {
  const { number, client, isShown = () => true, expecting, onChanged, onMerged } = deps;
  const read = signal<DeskTicket | null>(null);
  /** what the presses that are not answered yet make of it */
  const expected = signal<Expected['row'] | null>(null);
  const ticket = computed(() =>
    read.value && expected.value ? { ...read.value, ticket: { ...read.value.ticket, ...expected.value } } : read.value,
  );
  const state = signal<'loading' | 'shown' | 'gone' | 'unanswered'>('loading');
  const failure = signal<ChangeFailure | null>(null);
  /** after what the messages were new when the ticket was opened; null until it was read */
  const seenBefore = signal<SeenBefore | null>(null);
  let asked = 0;

  async function refresh(): Promise<void> {
    const mine = ++asked;
    const answer = await client.readTicket(number);
    if (mine !== asked) return;
    if (answer.outcome === 'ok' && answer.value.ticket.number !== number) onMerged(answer.value.ticket.number);
    else if (answer.outcome === 'ok') await show(answer.value);
    else if (answer.outcome === 'refused') state.value = 'gone';
    else state.value = 'unanswered';
  }

  async function show(answer: DeskTicket): Promise<void> {
    read.value = answer;
    state.value = 'shown';
    const { messageCount, unseen, unseenByTeam } = answer.ticket;
    const isMine = unseen < messageCount;
    seenBefore.value ??= { messages: messageCount - (isMine ? unseen : unseenByTeam), isMine };
    if (unseen + unseenByTeam > 0 && isShown() && document.visibilityState === 'visible') await see(messageCount);
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
    /** Shows a ticket that was read ahead; unless it was merged, of which reading it says more. @returns whether it did */
    showRead(answer: DeskTicket) {
      if (answer.ticket.number !== number) return false;
      asked++;
      void show(answer);
      return true;
    },
    /**
     * Changes the ticket, one that was merged into it, or a letter about it. What the press does is shown at once, and taken back
     * when it is refused. The ticket is read again either way: after a refusal its state differs from what was shown.
     */
    async change(change: Change, of = number) {
      failure.value = null;
      const before = of === number ? ticket.peek() : null;
      const will = (before && expecting?.begin(change, before.ticket)) ?? null;
      if (will) expected.value = { ...expected.peek(), ...will.row };
      const answer = await client.change(of, change);
      if (answer.outcome === 'unanswered') failure.value = { kind: 'unanswered' };
      if (answer.outcome === 'refused') failure.value = whyRefused(answer.problem, change);
      const isAccepted = answer.outcome === 'ok';
      batch(() => {
        // What was read meanwhile may be from before the change.
        if (isAccepted) read.value = ticket.peek();
        expected.value = null;
      });
      if (will) expecting?.settle(isAccepted);
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
