import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { FoundBy } from '../../src/contract/desk/shop-row.ts';
import { words } from '../words/words.ts';

/** Behind a shop's address: by which other one it was found, where what its row shows has not every searched word. */
export function FoundByAddress({ by }: { by: FoundBy | null }): JSX.Element | null {
  if (!by) return null;
  const w = words.value;
  return (
    <>
      {' · '}
      {label(w.foundBy, by.kind, w.foundByOther)}: {by.address.replace(/^https?:\/\//, '')}
    </>
  );
}
