import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { Fact } from '../../views/Fact.tsx';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { ShopModel } from './shop-model.ts';

interface Props {
  model: ShopModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** The licence in the registry, and whether it was breached. */
export function LicencePanel({ model, read: { shop }, isAdmin }: Props): JSX.Element {
  const w = words.value.shops;
  const own = words.value;
  const isBreached = shop.licence === 'breached';
  return (
    <section class="panel" aria-labelledby="shop-licence">
      <h4 id="shop-licence">{w.licence}</h4>
      <dl class="card">
        <Fact name={own.supportNumber}>
          <code>{shop.supportNumber}</code>
        </Fact>
        <Fact name={own.address}>{shop.installUrl}</Fact>
        <Fact name={own.email}>{shop.contactEmail}</Fact>
        <Fact name={own.edition}>{shop.edition}</Fact>
        <Fact name={w.boughtOn}>{dayInWords(shop.purchasedOn, own.locale)}</Fact>
        <Fact name={w.supportMonths}>{w.months(shop.supportMonths)}</Fact>
        <Fact name={w.boughtDirectly}>{shop.boughtDirectly ? w.directly : w.notDirectly}</Fact>
        <Fact name={own.version}>
          {shop.version
            ? shop.version.behind
              ? w.behind(shop.version.yours, shop.version.current)
              : w.upToDate(shop.version.yours)
            : w.unknownVersion}
        </Fact>
        <Fact name={own.licence}>{label(own.licences, shop.licence)}</Fact>
      </dl>
      <div class="breach">
        <p>
          <strong>{w.breach}.</strong> {w.breachHint}
        </p>
        {isAdmin ? (
          <button type="button" onClick={() => model.setLicence(isBreached ? 'valid' : 'breached')}>
            {isBreached ? w.setValid : w.setBreached}
          </button>
        ) : (
          <p class="muted">{w.onlyAdmins}</p>
        )}
      </div>
    </section>
  );
}
