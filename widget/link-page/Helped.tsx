import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { linkWords as words } from '#words/link-page.ts';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import type { ReplyModel } from '../features/my-tickets/models/reply-model.ts';

/**
 * Whether our last word is one that may have solved it: it waits for the customer, who writes nothing yet.
 * @param dismissed the message after which somebody said that it did not help
 */
export function mayHaveHelped({ status, moves, messages }: Ticket, reply: ReplyModel, dismissed: string): boolean {
  const last = messages.at(-1);
  const now = reply.sending.value;
  const isWriting = reply.text.value.trim() !== '' || ('entry' in now && now.entry.kind === 'message');
  const isOurWord = last?.from === 'agent' && last.id !== dismissed;
  return isOurWord && status === 'waiting-for-customer' && moves.includes('solved') && !isWriting;
}

/** "Czy to pomogło?", in the place of the button that solves the ticket. @param onNo the reply is to be written */
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
