import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pressedKey } from '../../../browser/pressed-key.ts';
import { LONGEST_QUESTION } from '../../../src/contract/desk/search.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import { overLength } from '../../models/over-length.ts';
import { FoundByAddress } from '../../views/FoundByAddress.tsx';
import { Icon } from '../../views/icons.tsx';
import { supportDays, supportState } from '../../views/SupportNotice.tsx';
import { words } from '../../words/words.ts';
import type { ShopSearchModel } from './shop-search-model.ts';

const LIST = 'phone-shops';
const optionId = (id: number) => `phone-shop-${id}`;

interface Props {
  search: ShopSearchModel;
  error: string | null;
  /** whether it takes the focus when it is drawn; it does unless told not to */
  isFocused?: boolean;
  choose: (shop: FoundShop) => void;
}

/** A search box for shops: arrows walk through the results, Enter takes one. */
export function ShopSearch({ search, error, isFocused = true, choose }: Props): JSX.Element {
  const w = words.value.phone;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFocused) field.current?.focus();
  }, []);
  const found = search.found.value;
  const state = search.state.value;
  const pointed = found[search.at.value];
  const over = overLength(search.asked.value, LONGEST_QUESTION);
  const wrong = over > 0 ? words.value.tooLong(over, LONGEST_QUESTION) : error;
  const isOpen = found.length > 0;
  function onKeyDown(event: KeyboardEvent): void {
    const key = pressedKey(event);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      search.step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void search.take().then((shop) => shop && choose(shop));
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      search.clear();
    }
  }
  return (
    <div class="shop-search">
      <label class="field">
        {w.findShop}
        <input
          ref={field}
          id="phone-shop"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={LIST}
          aria-activedescendant={isOpen && pointed ? optionId(pointed.id) : undefined}
          aria-invalid={wrong !== null || undefined}
          aria-describedby="phone-shop-state"
          value={search.asked.value}
          onInput={({ currentTarget }) => void search.ask(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={LIST} role="listbox" aria-label={w.foundShops} hidden={!isOpen}>
        {found.map((shop) => (
          <ShopOption key={shop.id} shop={shop} isPointed={shop === pointed} choose={choose} />
        ))}
      </div>
      <p id="phone-shop-state" role="status" class={wrong ? 'error' : 'muted'}>
        {state === 'asking' && found.length === 0 && w.looking}
        {state === 'found' && found.length === 0 && w.noShop}
        {state === 'unanswered' && w.notLooked}
        {state === 'none' && wrong}
      </p>
    </div>
  );
}

interface OptionProps {
  shop: FoundShop;
  isPointed: boolean;
  choose: (shop: FoundShop) => void;
}

function ShopOption({ shop, isPointed, choose }: OptionProps): JSX.Element {
  const { state } = shop.support;
  return (
    // The box has the focus and the keys; a pointer chooses on press, before the box loses the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={optionId(shop.id)}
      role="option"
      tabIndex={-1}
      aria-selected={isPointed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(shop)}
    >
      <strong dir="auto">{shop.name}</strong>
      <span class="muted">
        {shop.supportNumber} · {shop.installUrl.replace(/^https?:\/\//, '')}
        <FoundByAddress by={shop.foundBy} />
      </span>
      <span class="with-icon">
        <Icon of={state === 'active' ? 'check' : 'warn'} />
        {supportState(shop.support)} {supportDays(shop.support)}
      </span>
    </div>
  );
}
