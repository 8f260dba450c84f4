import { computed, createModel, signal } from '@preact/signals';
import type { OpenTicket } from './open-ticket.ts';

/** Tickets that were left while a send was in flight or had failed: leaving a ticket does not end a send. */
export const LeftTickets = createModel(() => {
  const left = signal<readonly OpenTicket[]>([]);
  const find = (number: string) => left.peek().find((one) => one.number === number);

  function drop(ticket: OpenTicket | undefined): void {
    left.value = left.peek().filter((one) => one !== ticket);
  }

  return {
    find,
    /** those whose reply or note did not get through, and why */
    unsent: computed((): Unsent[] =>
      left.value.flatMap(({ number, composer }) => {
        const stuck = composer.both.value.find(isStuck);
        return stuck ? [{ number, why: whyUnsent(stuck.state) }] : [];
      }),
    ),
    /** Keeps a ticket that is left, if a send is in flight. */
    leave(ticket: OpenTicket) {
      if (ticket.composer.both.peek().every(({ state }) => state === 'draft')) ticket.composer[Symbol.dispose]();
      else left.value = [...left.peek(), ticket];
    },
    /** Returns a kept ticket when it is opened again. */
    resume(number: string): OpenTicket | undefined {
      const ticket = find(number);
      drop(ticket);
      return ticket;
    },
    /** Drops a ticket without unfinished sends. */
    forget(number: string) {
      const ticket = find(number);
      ticket?.composer[Symbol.dispose]();
      drop(ticket);
    },
    /** Sends again what got no response. */
    resend() {
      for (const { composer } of left.peek()) composer.resend();
    },
  };
});

/** A ticket whose reply did not get through: nobody answered yet, there is a newer message, or it was refused for another reason. */
export interface Unsent {
  number: string;
  why: 'waiting' | 'newer' | 'refused';
}

function whyUnsent(state: string): Unsent['why'] {
  return state === 'newer' ? 'newer' : state === 'not-sent' ? 'refused' : 'waiting';
}

/** Whether a send has failed: it is neither stored nor in flight. */
function isStuck({ state }: { state: string }): boolean {
  return state !== 'draft' && state !== 'sending';
}
