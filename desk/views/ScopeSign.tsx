import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { words } from '../words/words.ts';

/** That a ticket is outside support, or nobody has decided; and that its last word was taken without support. */
export function ScopeSign({ covered, withoutSupport }: Pick<QueueRow, 'covered' | 'withoutSupport'>): JSX.Element {
  const w = words.value;
  return (
    <>
      {covered !== true && <span class="pill">{covered === null ? w.undecided : w.outside}</span>}
      {withoutSupport && <span class="pill">{label(w.withoutSupport, withoutSupport, w.withoutSupport.expired)}</span>}
    </>
  );
}
