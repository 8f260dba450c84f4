import type { JSX } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { factLabels } from '#words/sending.ts';
import { OUTAGE_FACTS } from '../../../../src/contract/lists.ts';
import { Field } from '../../../controls/Field.tsx';
import { isUrgent } from '../../../outbox/draft.ts';
import type { ViewProps } from '../../../panel.ts';
import { CallUs } from './CallUs.tsx';

/** The telephone, and the parts of the shop that are down. A ticked fact makes the ticket an outage (R10). */
export function OutageFields({ panel }: ViewProps): JSX.Element {
  const { facts, phone } = panel.draft.value;
  const isAsked = panel.errors.value.facts ? true : undefined;
  return (
    <>
      {isUrgent(panel.draft.value) && <CallUs panel={panel} />}
      <fieldset>
        <legend>{lazyWords.facts}</legend>
        {isAsked ? (
          <p class="notice warn" id="facts">
            {bind(lazyWords.factsMissing)}
          </p>
        ) : (
          <small>{bind(lazyWords.factsHint)}</small>
        )}
        {OUTAGE_FACTS.map((fact) => (
          <label class="row tick" key={fact}>
            <input
              type="checkbox"
              aria-invalid={isAsked}
              aria-describedby={isAsked && 'facts'}
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
          hint={lazyWords.phoneHint}
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
