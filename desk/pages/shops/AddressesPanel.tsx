import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { dayInWarsaw } from '../../../browser/warsaw.ts';
import type { DeskShop, ShopAddress } from '../../../src/contract/desk/read-shop.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { overLength } from '../../models/over-length.ts';
import { focusIfLost } from '../../views/focus.ts';
import { SureButton } from '../../views/SureButton.tsx';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { AddressesModel, AddressUse } from './addresses-model.ts';

interface Props {
  model: AddressesModel;
  read: DeskShop;
  isAdmin: boolean;
}

const USES: AddressUse[] = ['panel', 'shop'];

/** The addresses by which the shop and its panel are recognised (C5, R6). */
export function AddressesPanel({ model, read: { addresses }, isAdmin }: Props): JSX.Element {
  const w = words.value.shops;
  const failure = model.failure.value;
  const over = overLength(model.typed.value, LIMITS.installUrl);
  const shown = useRef(addresses.length);
  // An address that has ended leaves the list, and its button with it.
  useLayoutEffect(() => {
    if (addresses.length < shown.current) focusIfLost(document.getElementById('shop-addresses'));
    shown.current = addresses.length;
  }, [addresses.length]);
  return (
    <section class="panel" aria-labelledby="shop-addresses">
      <h4 id="shop-addresses" tabIndex={-1}>
        {w.addresses}
      </h4>
      <p>{w.addressesLead}</p>
      <ul class="secrets">
        {addresses.map((address) => (
          <AddressLine key={address.id} address={address} model={model} />
        ))}
      </ul>
      <form
        class="package"
        noValidate
        aria-labelledby="address-heading"
        onSubmit={(event) => {
          event.preventDefault();
          void model.add();
        }}
      >
        <h4 id="address-heading">{w.newAddress}</h4>
        {isAdmin && (
          <fieldset class="months">
            <legend>{w.addressUse}</legend>
            {USES.map((use) => (
              <label class="choice" key={use}>
                <input
                  type="radio"
                  name="address-use"
                  checked={model.use.value === use}
                  onChange={() => {
                    model.use.value = use;
                  }}
                />
                {w.addressUses[use]}
              </label>
            ))}
          </fieldset>
        )}
        <div class="field">
          <label for="shop-address">{words.value.address}</label>
          <input
            id="shop-address"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={over > 0 || (failure && failure.kind !== 'unanswered') ? true : undefined}
            aria-describedby="address-failure"
            value={model.typed.value}
            onInput={({ currentTarget }) => {
              model.typed.value = currentTarget.value;
            }}
          />
        </div>
        <div role="status" id="address-failure">
          {over > 0 && <p class="error">{words.value.tooLong(over, LIMITS.installUrl)}</p>}
          {failure && <p class="notice warn">{w.addressFailure(failure)}</p>}
        </div>
        <button type="submit" aria-disabled={model.isBusy.value}>
          {model.use.value === 'shop' ? w.changeAddress : w.addAddress}
        </button>
      </form>
    </section>
  );
}

function AddressLine({ address, model }: { address: ShopAddress; model: AddressesModel }): JSX.Element {
  const w = words.value.shops;
  const { id, kind, counts } = address;
  const day = (moment: string) => dayInWords(dayInWarsaw(Date.parse(moment)), words.value.locale);
  return (
    <li>
      <span class="address">{address.address}</span>
      <span class="pill">{label(w.addressKinds, kind)}</span>
      <span class="muted">
        {w.addressSince(day(address.since))}
        {address.until && ` ${w.addressUntil(day(address.until))}`}
        {!counts && ` – ${w.countsNot}`}
      </span>
      <SureButton
        isPossible={kind !== 'shop' && counts}
        isAsking={model.asking.value === id}
        ask={(isAsked) => {
          model.asking.value = isAsked ? id : null;
        }}
        act={() => model.end(id)}
        words={{ act: w.endAddress, sure: w.endAddressSure, yes: w.endAddressYes, no: w.revokeNo }}
        of={address.address}
        heading="shop-addresses"
      />
    </li>
  );
}
