import type { JSX } from 'preact';
import type { ShopTerms as Terms } from '../../src/contract/desk/shop-row.ts';
import { dayInWords } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Fact } from './Fact.tsx';

const SHOWN = ['individualTerms', 'note', 'installedOn', 'purchaseAccount', 'seller'] as const;

/** What rules need of the shop besides its licence, in the card beside its ticket; only what there is. */
export function ShopTerms({ terms }: { terms: Terms }): JSX.Element {
  const w = words.value;
  return (
    <>
      {SHOWN.map((name) => {
        const value = terms[name];
        if (value === null) return null;
        return (
          <Fact key={name} name={w.terms[name]}>
            <span class="as-typed" dir="auto">
              {name === 'installedOn' ? dayInWords(value, w.locale) : value}
            </span>
          </Fact>
        );
      })}
    </>
  );
}
