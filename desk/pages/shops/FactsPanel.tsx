import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { FACT_LENGTHS } from '../../../src/contract/shops/fact-lengths.ts';
import { Fact } from '../../views/Fact.tsx';
import { focusIfLost } from '../../views/focus.ts';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { FACTS, type FactsModel, type Fact as Name, tooLong } from './facts-model.ts';

interface Props {
  model: FactsModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** What rules need of the shop besides its licence: installation, terms, account, seller and a note. */
export function FactsPanel({ model, read: { shop }, isAdmin }: Props): JSX.Element {
  const w = words.value.shops;
  const isEdited = model.typed.value !== null;
  const outcome = model.outcome.value;
  const wasEdited = useRef(false);
  // The button that was pressed gave way to the form, or the form to the button.
  useLayoutEffect(() => {
    if (isEdited !== wasEdited.current) focusIfLost(document.getElementById('shop-facts'));
    wasEdited.current = isEdited;
  }, [isEdited]);
  return (
    <section class="panel" aria-labelledby="shop-facts">
      <h4 id="shop-facts" tabIndex={-1}>
        {w.facts}
      </h4>
      <div role="status">
        {outcome && <p class={outcome === 'saved' ? 'notice good' : 'notice warn'}>{w.factOutcomes[outcome]}</p>}
      </div>
      {isEdited ? (
        <FactsForm model={model} isAdmin={isAdmin} terms={shop.terms} />
      ) : (
        <>
          <dl class="card">
            {FACTS.map((fact) => (
              <Fact key={fact} name={w.factNames[fact]}>
                <Shown fact={fact} value={shop.terms[fact]} />
              </Fact>
            ))}
          </dl>
          <button type="button" class="start" onClick={model.edit}>
            {w.changeFacts}
          </button>
        </>
      )}
    </section>
  );
}

function Shown({ fact, value }: { fact: Name; value: string | null }): JSX.Element {
  const w = words.value.shops;
  if (value === null) return <span class="muted">{w.noFact[fact]}</span>;
  return (
    <span class="as-typed" dir="auto">
      {fact === 'installedOn' ? dayInWords(value, words.value.locale) : value}
    </span>
  );
}

interface FormProps {
  model: FactsModel;
  isAdmin: boolean;
  terms: DeskShop['shop']['terms'];
}

function FactsForm({ model, isAdmin, terms }: FormProps): JSX.Element {
  const w = words.value.shops;
  return (
    <form
      noValidate
      aria-labelledby="shop-facts"
      onSubmit={(event) => {
        event.preventDefault();
        void model.save();
      }}
    >
      {FACTS.map((fact) =>
        model.mayChange(fact, isAdmin) ? (
          <FactField key={fact} fact={fact} model={model} />
        ) : (
          <dl class="card" key={fact}>
            <Fact name={w.factNames[fact]}>
              <Shown fact={fact} value={terms[fact]} />
            </Fact>
          </dl>
        ),
      )}
      {!isAdmin && <p class="muted">{w.factsOfAdmins}</p>}
      <p class="shop-ways">
        <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
          {w.saveFacts}
        </button>
        <button type="button" onClick={model.putAway}>
          {w.leaveFacts}
        </button>
      </p>
    </form>
  );
}

function FactField({ fact, model }: { fact: Name; model: FactsModel }): JSX.Element {
  const w = words.value.shops;
  const value = model.typed.value?.[fact] ?? '';
  const over = tooLong(fact, value);
  const isLong = fact === 'individualTerms' || fact === 'note';
  const ties = {
    id: `fact-${fact}`,
    value,
    'aria-invalid': over > 0 || undefined,
    'aria-describedby': `fact-${fact}-more`,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      model.type(fact, currentTarget.value),
  };
  return (
    <div class="field">
      <label for={ties.id}>{w.factNames[fact]}</label>
      {isLong ? (
        <textarea {...ties} rows={3} />
      ) : (
        <input {...ties} {...(fact === 'installedOn' && { type: 'date' as const })} autocomplete="off" />
      )}
      <small id={`fact-${fact}-more`} class={over > 0 ? 'error' : 'muted'}>
        {over > 0 && fact !== 'installedOn' ? words.value.tooLong(over, FACT_LENGTHS[fact]) : w.factHints[fact]}
      </small>
    </div>
  );
}
