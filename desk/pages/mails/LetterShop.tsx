import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { pressedKey } from '../../../browser/pressed-key.ts';
import type { DeskMailRead, LikelyShop } from '../../../src/contract/desk/mails.ts';
import { afterDrawing } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { supportDays, supportState } from '../../views/SupportNotice.tsx';
import { words } from '../../words/words.ts';
import { ChosenShop } from '../phone/ChosenShop.tsx';
import { ShopSearch } from '../phone/ShopSearch.tsx';
import type { LetterModel } from './letter-model.ts';

interface Props {
  model: LetterModel;
  letter: DeskMailRead;
  decide: (deciding: Promise<void>) => Promise<void>;
}

/** Chooses the shop of a letter among the likely ones or by a search; another press opens the ticket. */
export function LetterShop({ model, letter: { shops }, decide }: Props): JSX.Element {
  const w = words.value.mails;
  const chosen = model.chosen.value;
  const open = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const isBusy = model.isBusy.value;
  useLayoutEffect(() => {
    if (chosen) open.current?.focus();
  }, [chosen]);
  function change(): void {
    model.choose(null);
    afterDrawing(() => section.current?.querySelector<HTMLElement>('button, input')?.focus());
  }
  return (
    <section ref={section} class="fields letter-shop" aria-labelledby="letter-shop">
      <h3 id="letter-shop">{w.whichShop}</h3>
      {chosen ? (
        <>
          <ChosenShop shop={chosen} isSending={isBusy} change={change} />
          <div class="row">
            <button
              ref={open}
              type="button"
              class="primary"
              aria-disabled={isBusy}
              // The key that chose the shop may still be down.
              onKeyDown={(event) => event.repeat && pressedKey(event) === 'Enter' && event.preventDefault()}
              onClick={() => void decide(model.giveShop())}
            >
              {w.openTicket(chosen.name)}
            </button>
          </div>
        </>
      ) : (
        <>
          {shops.length > 0 && (
            <ul class="likely" aria-label={w.likely}>
              {shops.map((shop) => (
                <li key={shop.id}>
                  <Likely shop={shop} choose={() => model.choose(shop)} />
                </li>
              ))}
            </ul>
          )}
          <ShopSearch search={model.search} error={null} isFocused={false} choose={model.choose} />
        </>
      )}
    </section>
  );
}

function Likely({ shop, choose }: { shop: LikelyShop; choose: () => void }): JSX.Element {
  const { state } = shop.support;
  return (
    <button type="button" class="likely-shop" onClick={choose}>
      <strong dir="auto">{shop.name}</strong>
      <span class="with-icon">
        <Icon of={state === 'active' ? 'check' : 'warn'} />
        {supportState(shop.support)} {supportDays(shop.support)}
      </span>
      <span class="muted">
        {shop.supportNumber} · {shop.installUrl.replace(/^https?:\/\//, '')} ·{' '}
        {label(words.value.mails.because, shop.because, '')}
      </span>
    </button>
  );
}
