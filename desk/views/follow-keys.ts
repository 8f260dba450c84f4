import { type Command, commandOf } from '../keys/commands.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { focusIfLost } from './focus-if-lost.ts';

/** The elements that keys lead to, by id. */
export const LANDINGS = {
  main: 'desk-main',
  search: 'desk-search',
  list: 'desk-list',
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

/** To the search, with what was asked before marked: the next letter begins anew. */
function search(): void {
  focus(LANDINGS.search);
  (document.activeElement as HTMLInputElement).select?.();
}

/**
 * Whose place is gone with the ticket or the page that was left comes to that ticket in the list, otherwise to the list.
 * @param number the ticket that was open last
 */
export function comeToList(number: string | null): void {
  const row = number === null ? null : document.getElementById(LANDINGS.row(number));
  focusIfLost(row ?? document.getElementById(LANDINGS.list));
}

/** Which row the keys walk from: the one with the focus, otherwise the open ticket. */
function currentRow(model: DeskModel): string | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-number]')?.dataset.number;
  return focused ?? model.place.place.peek().number;
}

function walk(model: DeskModel, step: 1 | -1): void {
  const to = model.lists.neighbour(currentRow(model), step);
  if (to !== null) focus(LANDINGS.row(to));
}

function write(model: DeskModel, kind: 'reply' | 'note'): void {
  const open = model.open.peek();
  if (!open) return;
  open.composer.choose(kind);
  // At once: the next letter is typed into it already.
  focus(LANDINGS.composer);
  open.composer.isAwaited.value = document.getElementById(LANDINGS.composer) === null;
}

/** What is typed before the field is there is no command: it is written. @returns whether the key was taken */
function typeAhead(model: DeskModel, event: KeyboardEvent): boolean {
  const composer = model.open.peek()?.composer;
  if (!composer?.isAwaited.peek() || event.metaKey || event.isComposing) return false;
  // Whoever went on to something else types there.
  if (document.activeElement?.matches('input, textarea, select, button, dialog *')) return false;
  if (event.key === 'Escape') composer.isAwaited.value = false;
  // A letter of the third level comes with Ctrl and Alt.
  if (event.key.length > 1 || event.ctrlKey !== event.altKey) return false;
  composer.edit(composer.text.peek() + event.key);
  return true;
}

/** Out of a field to the heading; from there back to the list. */
function goBack(model: DeskModel): void {
  const { page, number } = model.place.place.peek();
  const isInField = document.activeElement?.matches('input, textarea, select') ?? false;
  if (isInField) {
    (document.activeElement as HTMLElement).blur();
    focus(page === null ? LANDINGS.heading : LANDINGS.page);
  } else if (page !== null) model.place.close();
  else if (number !== null) model.place.close();
}

/** Keys that mean the same on every page; the others are about tickets. */
const EVERYWHERE: readonly Command[] = ['phone', 'search', 'back', 'help'];

const COMMANDS: Record<Exclude<Command, 'open'>, (model: DeskModel) => void> = {
  next: (model) => walk(model, 1),
  previous: (model) => walk(model, -1),
  reply: (model) => write(model, 'reply'),
  note: (model) => write(model, 'note'),
  take: (model) => model.take(),
  phone: (model) => model.place.visit('phone'),
  search,
  back: goBack,
  help(model) {
    model.helpIsOpen.value = true;
  },
};

/** Does what keys mean, wherever on the page they are pressed. @returns what ends it */
export function followKeys(model: DeskModel): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (typeAhead(model, event)) {
      event.preventDefault();
      return;
    }
    const command = commandOf(event);
    if (!command || command === 'open') return;
    if (model.place.place.peek().page !== null && !EVERYWHERE.includes(command)) return;
    event.preventDefault();
    COMMANDS[command](model);
  }
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
