import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ticketWords as words } from '#words/my-tickets.ts';
import type { Ticket } from '../../../../src/contract/tickets/read-ticket.ts';
import type { ReplyModel } from '../models/reply-model.ts';

/**
 * Whether our last word may have solved it: it waits for the customer, or is solved and they have not said that it helped;
 * and they write nothing yet.
 * @param dismissed the message after which somebody said that it did not help
 */
export function mayHaveHelped(
  { status, helped, moves, messages }: Ticket,
  reply: ReplyModel,
  dismissed: string,
): boolean {
  const ours = messages.findLast(({ from }) => from === 'agent');
  const now = reply.sending.value;
  const isWriting = reply.text.value.trim() !== '' || ('entry' in now && now.entry.kind === 'message');
  if (isWriting || !ours || ours.id === dismissed || !moves[0]) return false;
  return status === 'solved' ? !helped : status === 'waiting-for-customer' && ours === messages.at(-1);
}

/** "Czy to pomogło?", in the place of the moves. @param onNo the reply is to be written */
export function Helped({ reply, onNo }: { reply: ReplyModel; onNo: () => void }): JSX.Element {
  const box = useRef<HTMLFieldSetElement>(null);
  const isPressed = useSignal(false);

  /** The focus of a button that goes would be lost: it goes to the heading of the ticket. */
  function keepFocus(): () => void {
    const element = box.current;
    return () => {
      const root = element?.getRootNode() as ShadowRoot | undefined;
      if (element?.contains(root?.activeElement ?? null)) {
        root?.querySelector<HTMLElement>('[data-landing]')?.focus({ preventScroll: true });
      }
    };
  }

  useLayoutEffect(keepFocus, []);

  function yes(): void {
    if (isPressed.peek()) return;
    isPressed.value = true;
    reply.move('solved').finally(() => {
      isPressed.value = false;
    });
  }

  return (
    <fieldset class="notice good helped" aria-labelledby="helped" ref={box}>
      <strong id="helped">{words.helped}</strong>
      <p class="row">
        <button type="button" aria-disabled={isPressed.value} onClick={yes}>
          {words.yes}
        </button>
        <button type="button" onClick={onNo}>
          {words.no}
        </button>
      </p>
    </fieldset>
  );
}
