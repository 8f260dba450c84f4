import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { LONGEST_QUESTION } from '../../../src/contract/desk/search.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import { routeAddress } from '../../models/router.ts';
import { FoundByAddress } from '../../views/FoundByAddress.tsx';
import { Icon } from '../../views/icons.tsx';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { supportDays, supportState } from '../../views/SupportNotice.tsx';
import { words } from '../../words/words.ts';
import { ShopListModel } from './shop-list-model.ts';
import type { ShopsClient } from './shops-client.ts';

/** The shops of the registry by name, filtered while typing. */
export function ShopList({ client }: { client: ShopsClient }): JSX.Element {
  const w = words.value.shops;
  const model = useModel(() => new ShopListModel(client));
  useEffect(() => void model.refresh(), []);
  const shops = model.shops.value;
  const state = model.state.value;
  const over = model.over.value;
  return (
    <>
      <search>
        <label class="field">
          {w.search}
          <input
            type="search"
            autocomplete="off"
            value={model.asked.value}
            aria-invalid={over > 0 || undefined}
            onInput={({ currentTarget }) => void model.ask(currentTarget.value)}
          />
        </label>
      </search>
      <div role="status" class={over > 0 ? 'error' : 'muted'}>
        {over > 0 && words.value.tooLong(over, LONGEST_QUESTION)}
        {state === 'loading' && words.value.loading}
        {state === 'unanswered' && <NotLoaded text={w.notLoaded} again={model.refresh} />}
        {state === 'shown' &&
          over === 0 &&
          shops.length === 0 &&
          (model.asked.value.trim() ? w.nothingFound : w.nothing)}
      </div>
      {shops.length > 0 && (
        <ul class="panel shop-list">
          {shops.map((shop) => (
            <ShopLine key={shop.id} shop={shop} />
          ))}
        </ul>
      )}
      {model.next.value !== null && (
        <button type="button" class="more" onClick={model.more}>
          {words.value.more}
        </button>
      )}
    </>
  );
}

function ShopLine({ shop }: { shop: FoundShop }): JSX.Element {
  const w = words.value.shops;
  const { support, version } = shop;
  const isActive = support.state === 'active';
  return (
    <li>
      <a href={routeAddress({ page: 'shops', id: `${shop.id}` })} dir="auto">
        {shop.name}
      </a>
      <span class="muted">
        <code>{shop.supportNumber}</code> · {shop.installUrl.replace(/^https?:\/\//, '')}
        <FoundByAddress by={shop.foundBy} />
      </span>
      <span class={isActive ? 'with-sign' : 'with-sign time soon'}>
        <Icon of={isActive ? 'check' : 'warn'} />
        <span>
          {supportState(support)} {supportDays(support)}
        </span>
      </span>
      <span class="muted">
        {version
          ? version.behind
            ? w.behind(version.yours, version.current)
            : w.upToDate(version.yours)
          : w.unknownVersion}
        {shop.licence !== 'valid' && ` · ${words.value.licence}: ${label(words.value.licences, shop.licence)}`}
      </span>
    </li>
  );
}
