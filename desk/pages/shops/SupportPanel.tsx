import type { JSX } from 'preact';
import type { Coverage, DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { PackageForm } from './PackageForm.tsx';
import type { ShopModel } from './shop-model.ts';

interface Props {
  model: ShopModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** How the last day comes about, purchase by purchase (R2, R4), and the form for another package. */
export function SupportPanel({ model, read: { shop, coverage }, isAdmin }: Props): JSX.Element {
  const w = words.value.shops;
  const day = (of: string) => dayInWords(of, words.value.locale);
  const last = coverage.at(-1);
  return (
    <section class="panel" aria-labelledby="shop-support">
      <h4 id="shop-support">{w.history}</h4>
      {last ? (
        <>
          <ol class="coverage">
            {coverage.map((one, index) => (
              <Purchase key={index} covered={one} isBase={index === 0} />
            ))}
          </ol>
          <p>
            {w.lastDay}: <strong>{day(last.lastDay)}</strong>
          </p>
        </>
      ) : (
        <p>{w.noHistory}</p>
      )}
      {shop.boughtDirectly &&
        (isAdmin ? <PackageForm model={model.bought} /> : <p class="muted">{w.packageOnlyAdmins}</p>)}
    </section>
  );
}

function Purchase({ covered, isBase }: { covered: Coverage; isBase: boolean }): JSX.Element {
  const w = words.value.shops;
  const day = (of: string) => dayInWords(of, words.value.locale);
  const { start, months } = covered.counted;
  // A package that is counted from its own day and for its own months follows a gap.
  const isAfterGap = start === covered.from;
  const counted = isBase ? w.countedAlone : isAfterGap ? w.countedAfterGap : w.countedJoined;
  return (
    <li>
      <p>
        <strong>
          {isBase ? w.base : w.extension}, {w.months(covered.months)}
        </strong>{' '}
        – {w.bought(day(covered.purchasedOn))}
      </p>
      <p>{w.covers(day(covered.from), day(covered.lastDay))}</p>
      <p class="muted">{counted(day(start), months)}</p>
    </li>
  );
}
