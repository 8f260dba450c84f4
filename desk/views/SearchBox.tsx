import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import { LONGEST_QUESTION } from '../../src/contract/desk/search.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { overLength } from '../models/over-length.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';

/** How long a pause in typing is before the search begins, in milliseconds. */
const PAUSE_MS = 150;

/** From so many letters on the search begins by itself: one would find everything. */
const LEAST_LETTERS = 2;

/**
 * Searches while it is typed. Enter opens the ticket whose number was typed, as callers read numbers out; otherwise it leads
 * to what was found. A telephone number is the number of no ticket.
 */
export function SearchBox({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists, router } = model;
  const typed = useSignal(lists.question.peek());
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = lists.view.value === 'found' ? lists.question.value : '';
  // What is searched may change elsewhere: by the back button, or by the end of the search.
  useLayoutEffect(() => {
    if (shown !== typed.peek().trim() && (shown !== '' || document.activeElement !== field.current))
      typed.value = shown;
  }, [shown]);

  function search(): Promise<void> {
    clearTimeout(timer.current);
    const asked = typed.peek().trim();
    const isList = router.route.peek().page === null;
    if (!isList || !matchMedia('(min-width: 761px)').matches) router.close();
    return lists.search(asked);
  }
  function edit(to: string): void {
    clearTimeout(timer.current);
    typed.value = to;
    const asked = to.trim();
    if (asked === '') void lists.endSearch();
    else if (asked.length >= LEAST_LETTERS && overLength(asked, LONGEST_QUESTION) === 0) {
      timer.current = setTimeout(() => void search(), PAUSE_MS);
    }
  }
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const asked = typed.peek().trim();
    const over = overLength(asked, LONGEST_QUESTION);
    if (over > 0) {
      field.current?.setCustomValidity(w.tooLong(over, LONGEST_QUESTION));
      field.current?.reportValidity();
      return;
    }
    if (asked === '') return;
    await search();
    const { number } = lists.found.peek();
    if (typed.peek().trim() !== asked) return;
    if (number !== null && isTicketNumber(asked.replace(/\s/g, ''))) {
      typed.value = '';
      void lists.endSearch();
      router.open(number);
    } else focusFirst();
  }
  return (
    <search class="search-box">
      <form onSubmit={submit} title={`${w.search} (/)`}>
        <Icon of="find" />
        <input
          id={FOCUS_TARGETS.search}
          type="search"
          autocomplete="off"
          aria-label={w.search}
          aria-keyshortcuts="/"
          placeholder={w.searchShort}
          ref={field}
          value={typed.value}
          onInput={({ currentTarget }) => {
            currentTarget.setCustomValidity('');
            edit(currentTarget.value);
          }}
          onKeyDown={(event) => {
            const key = pressedKey(event);
            if (key === 'ArrowDown' && lists.view.peek() === 'found') {
              event.preventDefault();
              focusFirst();
            } else if (key === 'Escape' && (typed.peek() !== '' || lists.view.peek() === 'found')) {
              event.preventDefault();
              edit('');
              field.current?.blur();
              document.getElementById(FOCUS_TARGETS.list)?.focus();
            }
          }}
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );

  /** Leads to the first ticket that was found, or to the list that says there is none. */
  function focusFirst(): void {
    const first = lists.rows.peek()[0]?.number;
    const row = first === undefined ? null : document.getElementById(FOCUS_TARGETS.row(first));
    (row ?? document.getElementById(FOCUS_TARGETS.list))?.focus();
  }
}
