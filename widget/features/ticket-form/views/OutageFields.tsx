import type { JSX } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { factLabels, sendingWords } from '#words/sending.ts';
import { OUTAGE_FACTS } from '../../../../src/contract/lists.ts';
import { Field } from '../../../controls/Field.tsx';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';
import type { ViewProps } from '../../../panel.ts';

/** The parts of the shop that are down. A ticked fact makes the ticket an outage and shows the phone (R10). */
export function OutageFields({ panel }: ViewProps): JSX.Element {
  const { facts, phone } = panel.draft.value;
  const vendorPhone = panel.shop.status.value?.contacts.phone;
  return (
    <>
      <fieldset>
        <legend>{lazyWords.facts}</legend>
        <small>{lazyWords.factsHint}</small>
        {OUTAGE_FACTS.map((fact) => (
          <label class="row tick" key={fact}>
            <input
              type="checkbox"
              checked={facts.includes(fact)}
              onChange={() =>
                panel.edit({ facts: facts.includes(fact) ? facts.filter((other) => other !== fact) : [...facts, fact] })
              }
            />
            {bind(factLabels[fact])}
          </label>
        ))}
      </fieldset>
      {facts[0] && (
        <Field
          label={lazyWords.phone}
          error={panel.errors.value.phone}
          hint={
            vendorPhone && (
              <>
                {lazyWords.phoneHint} {bind(sendingWords.call)} <PhoneLink phone={vendorPhone} />
              </>
            )
          }
          control={(ties) => (
            <input
              {...ties}
              name="phone"
              type="tel"
              value={phone}
              autocomplete="tel"
              onInput={(event) => panel.edit({ phone: event.currentTarget.value })}
            />
          )}
        />
      )}
    </>
  );
}
