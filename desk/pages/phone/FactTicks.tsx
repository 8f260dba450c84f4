import type { JSX } from 'preact';
import { OUTAGE_FACTS, type OutageFact } from '../../../src/contract/lists.ts';
import { words } from '../../words/words.ts';

interface Props {
  facts: readonly OutageFact[];
  /** the agent's word that it is an outage, whatever the facts say */
  isOutage: boolean;
  /** sending: the fields are locked */
  isSending: boolean;
  change: (change: { facts: OutageFact[] } | { isOutage: boolean }) => void;
}

/** The outage facts, asked first: they decide where it stands (R10). Without any it is an ordinary ticket. */
export function FactTicks({ facts, isOutage, isSending, change }: Props): JSX.Element {
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
                change({
                  facts: currentTarget.checked ? [...facts, fact] : facts.filter((other) => other !== fact),
                })
              }
            />
            {w.factNames[fact]}
          </label>
        ))}
        <label class="choice">
          <input
            type="checkbox"
            checked={isOutage}
            aria-disabled={isSending}
            onClick={(event) => isSending && event.preventDefault()}
            onChange={({ currentTarget }) => change({ isOutage: currentTarget.checked })}
          />
          {w.otherOutage}
        </label>
      </div>
    </fieldset>
  );
}
