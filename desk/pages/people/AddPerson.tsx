import type { JSX } from 'preact';
import { AGENT_ROLES } from '../../../src/contract/lists.ts';
import { rememberFocus } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import type { PeopleModel, PersonField } from './people-model.ts';

const FIELDS = { name: { type: 'text' }, email: { type: 'email' } } as const;

/** The form that adds somebody: a code to set a password by comes after it. */
export function AddPerson({ model }: { model: PeopleModel }): JSX.Element {
  const w = words.value.people;
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const isHere = rememberFocus();
    const wrong = await model.add();
    if (wrong && isHere()) document.getElementById(`person-${wrong}`)?.focus();
  }
  return (
    <section class="panel" aria-labelledby="people-add">
      <h3 id="people-add">{w.add}</h3>
      <form class="fields" noValidate onSubmit={send}>
        {(Object.keys(FIELDS) as PersonField[]).map((field) => (
          <Field key={field} model={model} field={field} />
        ))}
        <div class="field">
          <label for="person-role">{w.role}</label>
          <select
            id="person-role"
            value={model.typed.value.role}
            aria-describedby="person-role-more"
            onChange={({ currentTarget }) => model.type({ role: currentTarget.value === 'admin' ? 'admin' : 'agent' })}
          >
            {AGENT_ROLES.map((role) => (
              <option key={role} value={role}>
                {w.roles[role]}
              </option>
            ))}
          </select>
          <small id="person-role-more">{w.roleMore}</small>
        </div>
        <p class="muted">{w.addMore}</p>
        <div class="row">
          <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
            {model.isBusy.value ? w.adding : w.add}
          </button>
        </div>
      </form>
    </section>
  );
}

function Field({ model, field }: { model: PeopleModel; field: PersonField }): JSX.Element {
  const w = words.value.people;
  const id = `person-${field}`;
  const error = model.errors.value.includes(field)
    ? w.errors[field]
    : field === 'email' && model.failure.value === 'taken'
      ? w.failures.taken
      : null;
  const below = error ?? (field === 'name' ? w.nameMore : null);
  return (
    <div class="field">
      <label for={id}>{w.fields[field]}</label>
      <input
        id={id}
        {...FIELDS[field]}
        autocomplete="off"
        value={model.typed.value[field]}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-more` : undefined}
        onInput={({ currentTarget }) => model.type({ [field]: currentTarget.value })}
      />
      {below && (
        <small id={`${id}-more`} class={error ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}
