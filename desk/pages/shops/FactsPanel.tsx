import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { SHOP_TERMS, type ShopTerm } from '../../../src/contract/lists.ts';
import { overLength } from '../../models/over-length.ts';
import { Fact } from '../../views/Fact.tsx';
import { focusIfLost } from '../../views/focus.ts';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { type FactsModel, LICENCE_FACTS, longest, type Fact as Name, wrong } from './facts-model.ts';

interface Props {
  model: FactsModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** What rules need of the shop besides its licence; the form of admins has what the registry says of the licence, too. */
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
            {SHOP_TERMS.map((term) => (
              <Fact key={term} name={w.factNames[term]}>
                <Shown term={term} value={shop.terms[term]} />
              </Fact>
            ))}
          </dl>
          <button type="button" class="start" onClick={model.edit}>
            {isAdmin ? w.changeAllFacts : w.changeFacts}
          </button>
        </>
      )}
    </section>
  );
}

function Shown({ term, value }: { term: ShopTerm; value: string | null }): JSX.Element {
  const w = words.value.shops;
  if (value === null) return <span class="muted">{w.noFact[term]}</span>;
  return (
    <span class="as-typed" dir="auto">
      {term === 'installedOn' ? dayInWords(value, words.value.locale) : value}
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
      {isAdmin && LICENCE_FACTS.map((fact) => <FactField key={fact} fact={fact} model={model} />)}
      {SHOP_TERMS.map((term) =>
        model.mayChange(term, isAdmin) ? (
          <FactField key={term} fact={term} model={model} />
        ) : (
          <dl class="card" key={term}>
            <Fact name={w.factNames[term]}>
              <Shown term={term} value={terms[term]} />
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

/** Facts that are days. */
const DAYS: readonly Name[] = ['installedOn', 'purchasedOn'];

function FactField({ fact, model }: { fact: Name; model: FactsModel }): JSX.Element {
  const w = words.value.shops;
  const value = model.typed.value?.[fact] ?? '';
  const fault = wrong(fact, value);
  const ties = {
    id: `fact-${fact}`,
    value,
    'aria-invalid': fault !== null || undefined,
    'aria-describedby': `fact-${fact}-more`,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement }) =>
      model.type(fact, currentTarget.value),
  };
  return (
    <div class="field">
      <label for={ties.id}>{w.factNames[fact]}</label>
      {fact === 'individualTerms' || fact === 'note' ? (
        <textarea {...ties} rows={3} />
      ) : fact === 'boughtDirectly' ? (
        <select {...ties}>
          <option value="true">{w.directly}</option>
          <option value="false">{w.notDirectly}</option>
        </select>
      ) : (
        <input
          {...ties}
          {...(DAYS.includes(fact) && { type: 'date' as const })}
          {...(fact === 'supportMonths' && { inputMode: 'numeric' as const })}
          autocomplete="off"
        />
      )}
      <small id={`fact-${fact}-more`} class={fault ? 'error' : 'muted'}>
        {fault === 'too-long'
          ? words.value.tooLong(overLength(value, longest(fact) ?? 0), longest(fact) ?? 0)
          : fault
            ? w.factFaults[fault]
            : w.factHints[fact]}
      </small>
    </div>
  );
}
