import { computed, createModel, signal } from '@preact/signals';
import type { OpenTicket } from './open-ticket.ts';

/** Tickets that were left while something was on its way to them, or did not get through: nothing that was sent ends with leaving. */
export const LeftTickets = createModel(() => {
  const left = signal<readonly OpenTicket[]>([]);
  const find = (number: string) => left.peek().find((one) => one.number === number);

  function drop(ticket: OpenTicket | undefined): void {
    left.value = left.peek().filter((one) => one !== ticket);
  }

  return {
    /** their numbers, of those whose answer did not get through */
    unsent: computed(() =>
      left.value.filter(({ composer }) => composer.sending.value.state !== 'sending').map(({ number }) => number),
    ),
    /** Keeps a ticket that is left, if anything is under way. */
    leave(ticket: OpenTicket) {
      if (ticket.composer.sending.peek().state === 'none') ticket.composer[Symbol.dispose]();
      else left.value = [...left.peek(), ticket];
    },
    /** Gives a ticket back to whoever returns to it. */
    resume(number: string): OpenTicket | undefined {
      const ticket = find(number);
      drop(ticket);
      return ticket;
    },
    /** Lets go of a ticket for which nothing is left to do. */
    forget(number: string) {
      const ticket = find(number);
      ticket?.composer[Symbol.dispose]();
      drop(ticket);
    },
    /** Sends what nobody answered once more. */
    resend() {
      for (const { composer } of left.peek()) if (composer.sending.peek().state === 'waiting') void composer.send();
    },
  };
});
