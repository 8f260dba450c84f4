import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { KEYS } from '../keys/commands.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

/** Whether a ticket can be left solved: at once, or by the reply that its customer waits for. */
export function isSolvable({ ticket }: DeskTicket): boolean {
  return ticket.moves.includes('solved') || ticket.waitingSince !== null;
}

/** Beside the field while it takes one line: a note, and the end of the ticket. */
export function FoldedWays({
  onNote,
  onSolve,
}: {
  onNote: () => void;
  onSolve: (() => void) | undefined;
}): JSX.Element {
  const w = words.value;
  return (
    <div class="folded-ways">
      <span class="key" aria-hidden="true">
        {KEYS.reply}
      </span>
      <button type="button" class="plain" aria-keyshortcuts={KEYS.note} onClick={onNote}>
        <Icon of="lock" />
        <span class="label">{w.noteTab}</span>
        <span class="key" aria-hidden="true">
          {KEYS.note}
        </span>
      </button>
      {onSolve && (
        <button type="button" class="plain" aria-keyshortcuts={KEYS.solve} onClick={onSolve}>
          <Icon of="check" />
          <span class="label">{w.statuses.solved}</span>
          <span class="key" aria-hidden="true">
            {KEYS.solve}
          </span>
        </button>
      )}
    </div>
  );
}
