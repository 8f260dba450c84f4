import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { momentInFull } from '../words/moments.ts';
import { words } from '../words/words.ts';

interface Props {
  open: OpenTicket;
  merged: DeskTicket['merged'];
}

/**
 * The tickets that were merged into this one: how far their senders are proven, whether they are said to be the same
 * person, and the undoing of the last merge for a day.
 */
export function MergedTickets({ open, merged }: Props): JSX.Element | null {
  const w = words.value;
  if (merged.length === 0) return null;
  return (
    <div class="merged muted">
      <p id="merged-title">{w.merged}</p>
      <ul aria-labelledby="merged-title">
        {merged.map(({ number, subject, proof, isSamePerson, undoUntil }) => (
          <li key={number}>
            <span dir="auto">
              {number} {w.quoted(subject)}
            </span>{' '}
            · {isSamePerson ? w.samePersonSaid : label(w.proofs, proof)}{' '}
            {!isSamePerson && (
              <button
                type="button"
                class="plain"
                aria-label={w.samePersonOf(number)}
                title={w.samePersonMore}
                onClick={() => open.ticket.change({ kind: 'same-person', body: {} }, number)}
              >
                {w.samePerson}
              </button>
            )}{' '}
            {undoUntil && (
              <button
                type="button"
                class="plain"
                aria-label={w.unmergeOf(number)}
                title={w.unmergeUntil(momentInFull(undoUntil))}
                onClick={() => open.ticket.change({ kind: 'unmerge', body: {} }, number)}
              >
                {w.unmerge}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
