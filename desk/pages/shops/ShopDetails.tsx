import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { dayInWarsaw } from '../../../browser/warsaw.ts';
import type { DeskModel } from '../../models/desk-model.ts';
import { routeAddress } from '../../models/router.ts';
import { Icon } from '../../views/icons.tsx';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { SupportNotice } from '../../views/SupportNotice.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { AddressesPanel } from './AddressesPanel.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { LicencePanel } from './LicencePanel.tsx';
import { SecretsPanel } from './SecretsPanel.tsx';
import { SupportPanel } from './SupportPanel.tsx';
import { ShopModel } from './shop-model.ts';
import type { ShopsClient } from './shops-client.ts';
import { TicketsPanel } from './TicketsPanel.tsx';

interface Props {
  id: string;
  client: ShopsClient;
  desk: DeskModel;
}

/** One shop: its licence and support, addresses and secrets; what rules need of it, its tickets and its history. */
export function ShopDetails({ id, client, desk }: Props): JSX.Element {
  const w = words.value.shops;
  const model = useModel(() => new ShopModel({ id, client, today: dayInWarsaw(desk.now.peek()) }));
  useEffect(() => void model.refresh(), []);
  const read = model.shop.value;
  const state = model.state.value;
  const failure = model.failure.value;
  const isAdmin = desk.me.value.role === 'admin';
  function showAll(): void {
    if (!read) return;
    desk.lists.showShop(read.shop);
    desk.router.close();
  }
  return (
    <>
      <p class="shop-ways">
        <a href={routeAddress({ page: 'shops' })} class="with-icon">
          <Icon of="back" />
          {w.allShops}
        </a>
      </p>
      <div role="status">
        {state === 'loading' && words.value.loading}
        {state === 'gone' && <p class="notice warn">{w.gone}</p>}
        {state === 'unanswered' && <NotLoaded text={w.shopNotLoaded} again={model.refresh} />}
        {failure && <p class="notice bad">{w.failures[failure]}</p>}
      </div>
      {read && (
        <>
          <div class="shop-head">
            <h3 dir="auto">{read.shop.name}</h3>
          </div>
          {read.shop.terms.endedAt ? (
            <p class="notice warn">{w.shopEnded(momentInFull(read.shop.terms.endedAt))}</p>
          ) : (
            <SupportNotice support={read.shop.support} />
          )}
          <div class="columns">
            <div class="fields">
              <SupportPanel model={model} read={read} isAdmin={isAdmin} />
              <LicencePanel model={model} read={read} isAdmin={isAdmin} />
              <AddressesPanel model={model.addresses} read={read} isAdmin={isAdmin} />
            </div>
            <div class="fields">
              <FactsPanel model={model.facts} read={read} isAdmin={isAdmin} />
              <TicketsPanel tickets={read.tickets} now={desk.now.value} showAll={showAll} />
              <HistoryPanel history={read.history} />
              <SecretsPanel model={model} read={read} isAdmin={isAdmin} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
