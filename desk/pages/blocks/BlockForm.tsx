import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { BLOCK_KINDS } from '../../../src/contract/lists.ts';
import { rememberFocus } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { BLOCK_HOURS, type BlockField, type BlockFormModel } from './block-form-model.ts';

interface Props {
  model: BlockFormModel;
  /** whether the agent may block ranges */
  isAdmin: boolean;
  /** whether the agent names a shop, or the shops are known */
  isNamed: boolean;
  /** beside the button that sends it */
  children?: ComponentChildren;
}

/** What is blocked, for how long and why; and what that stops, and what goes on. */
export function BlockForm({ model, isAdmin, isNamed, children }: Props): JSX.Element {
  const w = words.value.blocks;
  const id = useId();
  const kind = model.kind.value;
  const isBusy = model.isBusy.value;
  const field = (name: BlockField) => <Field model={model} name={name} id={`${id}${name}`} />;
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const isHere = rememberFocus();
    const wrong = await model.send();
    if (wrong && isHere()) document.getElementById(`${id}${wrong}`)?.focus();
  }
  return (
    <form class="fields" noValidate onSubmit={send}>
      {isAdmin && (
        <Choices
          legend={w.what}
          name={`${id}kind`}
          options={BLOCK_KINDS.map((one) => [one, w.whats[one]])}
          chosen={kind}
          choose={(one) => {
            model.kind.value = one;
          }}
        />
      )}
      {kind === 'range' && field('range')}
      {kind === 'shop' && isNamed && field('number')}
      {kind === 'shop' && !isNamed && (
        <ul class="block-shops" aria-label={w.shops}>
          {model.left.value.map((shop) => (
            <li key={shop.id} dir="auto">
              {shop.name}
            </li>
          ))}
        </ul>
      )}
      <Choices
        legend={w.howLong}
        name={`${id}hours`}
        options={BLOCK_HOURS.map((one) => [one, w.hours[one]])}
        chosen={model.hours.value}
        choose={(one) => {
          model.hours.value = one;
        }}
      />
      {field('reason')}
      <div class="notice with-sign">
        <Icon of="lock" />
        <div>
          <p>{w.stops[kind]}</p>
          <p>{w.goOn}</p>
        </div>
      </div>
      <div role="alert">{model.failure.value && <p class="notice bad">{w.failures[model.failure.value]}</p>}</div>
      <div role="status">
        {model.blocked.value.map(({ what, until }) => (
          <p key={what} class="notice good">
            {w.blocked(what, momentInFull(until))}
          </p>
        ))}
      </div>
      <div class="row end">
        {children}
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {isBusy ? w.sending : w.send}
        </button>
      </div>
    </form>
  );
}

function Field({ model, name, id }: { model: BlockFormModel; name: BlockField; id: string }): JSX.Element {
  const w = words.value.blocks;
  const isWrong = model.errors.value.includes(name);
  const more = name === 'range' ? w.rangeMore : name === 'reason' ? w.reasonMore : null;
  const isMissing = name !== 'reason' && model.typed.value[name].trim() === '';
  const below = !isWrong ? more : isMissing ? w.missing[name] : w.errors[name];
  return (
    <div class="field">
      <label for={id}>{w.fields[name]}</label>
      <input
        id={id}
        autocomplete="off"
        spellcheck={name === 'reason'}
        value={model.typed.value[name]}
        aria-invalid={isWrong || undefined}
        aria-describedby={below ? `${id}-more` : undefined}
        onInput={({ currentTarget }) => model.type(name, currentTarget.value)}
      />
      {below && (
        <small id={`${id}-more`} class={isWrong ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}

interface ChoicesProps<Value extends string | number> {
  legend: string;
  name: string;
  options: readonly (readonly [Value, string])[];
  chosen: Value;
  choose: (value: Value) => void;
}

function Choices<Value extends string | number>(props: ChoicesProps<Value>): JSX.Element {
  const { legend, name, options, chosen, choose } = props;
  return (
    <fieldset class="block-choices">
      <legend>{legend}</legend>
      {options.map(([value, text]) => (
        <label key={value} class="choice">
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
