import { pressedKey } from '../../browser/pressed-key.ts';
import { type Command, commandOf } from '../keys/commands.ts';
import type { AskedAction, DeskModel } from '../models/desk-model.ts';
import { focusIfLost } from './focus.ts';

/** Ids of the elements that keys lead to. */
export const FOCUS_TARGETS = {
  main: 'desk-main',
  search: 'desk-search',
  list: 'desk-list',
  filters: 'filters-toggle',
  heading: 'ticket-heading',
  page: 'page-heading',
  composer: 'composer-text',
  row: (number: string) => `row-${number}`,
};

function focus(id: string): void {
  const element = document.getElementById(id);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** Focuses the search with its text selected, so that the next key replaces it. */
function search(): void {
  focus(FOCUS_TARGETS.search);
  (document.activeElement as HTMLInputElement).select?.();
}

/**
 * After a ticket or page is left, moves a lost focus to that ticket in the list, otherwise to the list.
 * @param number the ticket that was open last
 */
export function comeToList(number: string | null): void {
  const row = number === null ? null : document.getElementById(FOCUS_TARGETS.row(number));
  focusIfLost(row ?? document.getElementById(FOCUS_TARGETS.list));
}

/** The row that keys start from: the focused one, otherwise the open ticket. */
function currentRow(model: DeskModel): string | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-number]')?.dataset.number;
  return focused ?? model.router.route.peek().number;
}

function walk(model: DeskModel, step: 1 | -1): void {
  const to = model.lists.neighbour(currentRow(model), step);
  if (to === null) return;
  focus(FOCUS_TARGETS.row(to));
  model.readAhead(to);
}

function choose(model: DeskModel, how: 'toggle' | 'chooseTo'): void {
  const row = currentRow(model);
  if (row !== null) model.choice[how](row);
}

/** Goes on with a reply or a note of the open ticket. */
export function write(model: DeskModel, kind: 'reply' | 'note'): void {
  const open = model.open.peek();
  if (!open) return;
  open.composer.choose(kind);
  // At once, so that the next key goes into it.
  focus(FOCUS_TARGETS.composer);
  open.composer.isAwaited.value = document.getElementById(FOCUS_TARGETS.composer) === null;
}

/** Opens an action of the open ticket. */
function ask(model: DeskModel, action: AskedAction): void {
  if (model.open.peek()?.ticket.ticket.peek()) model.asked.value = action;
}

/** Solves the open ticket; while its customer waits, by a reply that leaves it solved. */
export function solve(model: DeskModel): void {
  const open = model.open.peek();
  const ticket = open?.ticket.ticket.peek()?.ticket;
  if (!open || !ticket) return;
  if (ticket.moves.includes('solved')) {
    void open.ticket.change({ kind: 'status', body: { status: 'solved', seenMessages: ticket.messageCount } });
  } else if (ticket.waitingSince !== null) {
    open.composer.leaveAs('solved');
    write(model, 'reply');
  }
}

/** Keys typed before the field is drawn are text, not commands. @returns whether the key was handled */
function typeAhead(model: DeskModel, event: KeyboardEvent): boolean {
  const composer = model.open.peek()?.composer;
  if (!composer?.isAwaited.peek() || event.metaKey) return false;
  const key = pressedKey(event);
  // The focus is elsewhere: the key belongs there.
  if (document.activeElement?.matches('input, textarea, select, button, dialog *')) return false;
  if (key === 'Escape') composer.isAwaited.value = false;
  // AltGr letters come with both Ctrl and Alt.
  if (key.length !== 1 || event.ctrlKey !== event.altKey) return false;
  composer.edit(composer.text.peek() + key);
  return true;
}

const isTyping = () => document.activeElement?.matches('input:not([type="checkbox"]), textarea, select') ?? false;

/** Moves the focus from a field to the heading, and from there back to the list. */
function goBack(model: DeskModel): void {
  const { page, number } = model.router.route.peek();
  if (page === null && model.choice.numbers.peek().length > 0 && !isTyping()) {
    model.choice.clear();
    return;
  }
  const isInField = document.activeElement?.matches('input, textarea, select') ?? false;
  if (isInField) {
    (document.activeElement as HTMLElement).blur();
    const open = model.open.peek();
    if (open) open.composer.isUsed.value = false;
    focus(page === null ? FOCUS_TARGETS.heading : FOCUS_TARGETS.page);
  } else if (page !== null) model.router.close();
  else if (number !== null) model.router.close();
}

/** Commands that work on every page; the others are about tickets. */
const EVERYWHERE: readonly Command[] = ['phone', 'search', 'undo', 'back', 'help'];

const COMMANDS: Record<Exclude<Command, 'open'>, (model: DeskModel) => void> = {
  next: (model) => walk(model, 1),
  previous: (model) => walk(model, -1),
  choose: (model) => choose(model, 'toggle'),
  chooseTo: (model) => choose(model, 'chooseTo'),
  reply: (model) => write(model, 'reply'),
  note: (model) => write(model, 'note'),
  take: (model) => model.take(),
  tags(model) {
    model.tagging.value = model.router.route.peek().number;
  },
  filters: () => document.getElementById(FOCUS_TARGETS.filters)?.click(),
  undo: (model) => model.undo(),
  solve: (model) => solve(model),
  snooze: (model) => ask(model, { what: 'snooze' }),
  link: (model) => ask(model, { what: 'incident' }),
  merge: (model) => ask(model, { what: 'merge', suggested: '' }),
  phone: (model) => model.router.navigate('phone'),
  search,
  back: goBack,
  help(model) {
    model.helpIsOpen.value = true;
  },
};

/** Handles keys anywhere on the page. @returns a function that stops it */
export function followKeys(model: DeskModel): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (typeAhead(model, event)) {
      event.preventDefault();
      return;
    }
    const command = commandOf(event);
    if (!command || command === 'open') return;
    if (model.router.route.peek().page !== null && !EVERYWHERE.includes(command)) return;
    event.preventDefault();
    COMMANDS[command](model);
  }
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
