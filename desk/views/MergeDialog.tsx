import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { ProofNotice } from './ProofNotice.tsx';

interface Props {
  open: OpenTicket;
  ticket: DeskTicket;
  /** the number that is filled in */
  suggested?: string;
  onClose: () => void;
}

/**
 * Chooses the ticket of the shop that this one is merged into. The dialog says what each sender will read; that they are
 * the same person is a word of its own, never part of merging.
 */
export function MergeDialog({ open, ticket: { ticket, shop }, suggested = '', onClose }: Props): JSX.Element {
  const w = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useSignal(suggested);
  const isSamePerson = useSignal(false);
  const others = shop.earlier.filter(({ status }) => status !== 'closed');
  const into = chosen.value.replace(/\s/g, '');
  const wrong = into === ticket.number ? 'own' : isTicketNumber(into) ? null : 'wrong';
  // Errors are shown after an attempt, until something else is typed.
  const isTried = useSignal(false);
  const error = isTried.value && wrong ? w.mergeErrors[wrong] : null;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function choose(number: string): void {
    chosen.value = number;
    isTried.value = false;
  }
  async function merge(event: Event): Promise<void> {
    event.preventDefault();
    isTried.value = true;
    if (wrong) return field.current?.focus();
    dialog.current?.close();
    await open.ticket.change({ kind: 'merge', body: { into, isSamePerson: isSamePerson.value } });
  }

  /** Escape that ends a composition is not meant for the dialog. */
  function leaveToMethod(event: KeyboardEvent): void {
    if (event.key === 'Escape' && pressedKey(event) === '') event.preventDefault();
  }

  return (
    <dialog ref={dialog} aria-labelledby="merge-title" class="merge" onKeyDown={leaveToMethod} onClose={onClose}>
      <form class="fields" onSubmit={merge}>
        <h2 id="merge-title">{w.mergeTitle(ticket.number)}</h2>
        {others.length > 0 && (
          <fieldset class="fields" aria-label={w.mergeChoices}>
            {others.map(({ number, subject, status }) => (
              <label key={number} class="choice">
                <input
                  type="radio"
                  name="into"
                  checked={into === number}
                  onChange={() => {
                    choose(number);
                  }}
                />
                <span>
                  <span dir="auto">{subject}</span>
                  <br />
                  <span class="muted">
                    {number} · {label(w.statuses, status)}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="field">
          <label for="merge-number">{w.mergeNumber}</label>
          <input
            ref={field}
            id="merge-number"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'merge-error' : undefined}
            inputMode="numeric"
            autocomplete="off"
            value={chosen.value}
            onInput={({ currentTarget }) => {
              choose(currentTarget.value);
            }}
          />
          <div role="alert">
            {error && (
              <span id="merge-error" class="error">
                {error}
              </span>
            )}
          </div>
        </div>
        <label class="choice">
          <input
            type="checkbox"
            checked={isSamePerson.value}
            aria-describedby="merge-same-person"
            onChange={({ currentTarget }) => {
              isSamePerson.value = currentTarget.checked;
            }}
          />
          <span>
            {w.samePerson}
            <br />
            <span id="merge-same-person" class="muted">
              {w.samePersonMore}
            </span>
          </span>
        </label>
        <p class="notice warn">{w.mergeMore}</p>
        {ticket.isVouched === false && <ProofNotice proof={ticket.proof} />}
        <div class="row end">
          <button type="button" onClick={() => dialog.current?.close()}>
            {w.cancel}
          </button>
          <button type="submit" class="primary" aria-disabled={wrong !== null}>
            {w.mergeNow}
          </button>
        </div>
      </form>
    </dialog>
  );
}
