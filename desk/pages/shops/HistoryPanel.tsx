import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskShop, ShopChange } from '../../../src/contract/desk/read-shop.ts';
import { routeAddress } from '../../models/router.ts';
import { dayInWords, momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

/** What changed in the shop: when, by whom, from what and to what. */
export function HistoryPanel({ history }: Pick<DeskShop, 'history'>): JSX.Element {
  const w = words.value.shops;
  return (
    <section class="panel" aria-labelledby="shop-history">
      <h4 id="shop-history">{w.changes}</h4>
      {history.length === 0 && <p class="muted">{w.noChanges}</p>}
      {history.length > 0 && (
        <ol class="shop-changes">
          {history.map((change) => (
            <li key={change.id}>
              <Change change={change} />
              <span class="muted">
                {momentInFull(change.at)}, <ByWhom by={change.by} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Change({ change: { field, before, after } }: { change: ShopChange }): JSX.Element {
  const w = words.value.shops;
  const name = label(w.changeNames, field);
  if (field === 'added') return <span>{name}</span>;
  if (field === 'ended') return <span>{after === null ? w.cameBack : name}</span>;
  if (field === 'package') return <span>{packageInWords(name, after ?? '')}</span>;
  const shown = (value: string) => label(w.changeValues, `${field}:${value}`, asDay(field, value));
  return (
    <span>
      <span class="change-name">{name}:</span> {before !== null && <del dir="auto">{shown(before)}</del>}{' '}
      {after === null ? <em>{w.emptied}</em> : <ins dir="auto">{shown(after)}</ins>}
    </span>
  );
}

/** A package is stored as its months and its day. */
function packageInWords(name: string, stored: string): string {
  const [months = '', day = ''] = stored.split(' ');
  return `${name}: ${words.value.shops.months(Number(months))}, ${dayInWords(day, words.value.locale)}`;
}

function asDay(field: ShopChange['field'], value: string): string {
  return field === 'installedOn' || field === 'purchasedOn' ? dayInWords(value, words.value.locale) : value;
}

/** An agent or a system by name, the operator, or the ticket whose solution said it. */
function ByWhom({ by: { id, name } }: { by: ShopChange['by'] }): JSX.Element {
  const w = words.value.shops;
  if (name !== null) return <span dir="auto">{name}</span>;
  if (id === 'operator') return <>{w.byImport}</>;
  return /^\d+$/.test(id) ? <a href={routeAddress({ number: id })}>{w.byTicket(id)}</a> : <code>{id}</code>;
}
