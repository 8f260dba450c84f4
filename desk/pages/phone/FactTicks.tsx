import type { JSX } from 'preact';
import { OUTAGE_FACTS, type OutageFact } from '../../../src/contract/lists.ts';
import { words } from '../../words/words.ts';

interface Props {
  facts: readonly OutageFact[];
  /** sending: the fields are locked */
  isSending: boolean;
  change: (facts: OutageFact[]) => void;
}

/** The outage facts, asked first: calls are for emergencies (R10). */
export function FactTicks({ facts, isSending, change }: Props): JSX.Element {
  const w = words.value.phone;
  return (
    <fieldset class="facts-asked" aria-describedby="phone-facts-hint">
      <legend>{w.facts}</legend>
      <small id="phone-facts-hint" class="muted">
        {w.factsHint}
      </small>
      <div class="ticks">
        {OUTAGE_FACTS.map((fact, index) => (
          <label class="choice" key={fact}>
            <input
              id={index === 0 ? 'phone-facts' : undefined}
              type="checkbox"
              checked={facts.includes(fact)}
              aria-disabled={isSending}
              onClick={(event) => isSending && event.preventDefault()}
              onChange={({ currentTarget }) =>
                change(currentTarget.checked ? [...facts, fact] : facts.filter((other) => other !== fact))
              }
            />
            {w.factNames[fact]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
