import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { type ApiKey, KEY_NAME_LENGTH, type MadeApiKey } from '../../../src/contract/desk/api-keys.ts';
import { API_SCOPES } from '../../../src/contract/lists.ts';
import { overLength } from '../../models/over-length.ts';
import { CopyRow } from '../../views/CopyRow.tsx';
import { focusIfLost } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { SureButton } from '../../views/SureButton.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { createKeysClient } from './keys-client.ts';
import { KeysModel } from './keys-model.ts';

const HEADING = 'keys-made';

/** The keys of other systems of the vendor: made here, shown once, revoked after a question. */
export function SystemsPage({ http }: PageProps): JSX.Element {
  const model = useModel(() => new KeysModel(createKeysClient(http)));
  useEffect(() => void model.refresh(), []);
  const w = words.value.systems;
  const keys = model.keys.value;
  const made = model.made.value;
  const failure = model.failure.value;
  const wasMade = useRef(false);
  // The button that dismisses it is removed with it.
  useLayoutEffect(() => {
    if (!made && wasMade.current) focusIfLost(document.getElementById(HEADING));
    wasMade.current = made !== null;
  }, [made]);
  return (
    <div class="columns">
      <section class="panel" aria-labelledby={HEADING}>
        <h3 id={HEADING} tabIndex={-1}>
          {w.keys}
        </h3>
        <p>{w.lead}</p>
        <div role="status">
          {!keys && !model.hasFailed.value && words.value.loading}
          {made && <Made made={made} putAway={model.putAway} />}
        </div>
        <div role="alert">
          {model.hasFailed.value &&
            (keys ? <p class="notice warn">{w.notFresh}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
          {failure && failure !== 'no-name' && <p class="notice warn">{w.failures[failure]}</p>}
        </div>
        {keys?.length === 0 && <p class="muted">{w.none}</p>}
        <ul class="keys-of-systems">
          {keys?.map((key) => (
            <KeyLine key={key.id} of={key} model={model} />
          ))}
        </ul>
      </section>
      <KeyForm model={model} />
    </div>
  );
}

function Made({ made: { id, key }, putAway }: { made: MadeApiKey; putAway: () => void }): JSX.Element {
  const w = words.value.systems;
  return (
    <div class="notice warn made">
      <strong>{w.madeOnce}</strong>
      <CopyRow name={w.key} text={key} words={w} />
      <p>{w.madeHow(id)}</p>
      <button type="button" onClick={putAway}>
        {w.putAway}
      </button>
    </div>
  );
}

function KeyLine({ of, model }: { of: ApiKey; model: KeysModel }): JSX.Element {
  const w = words.value.systems;
  const { id, name, scopes, madeAt, madeBy, usedAt, revokedAt } = of;
  const isValid = revokedAt === null;
  return (
    <li>
      <strong dir="auto">{name}</strong>
      <code>{id}</code>
      <span>{scopes.map((scope) => label(w.scopes, scope)).join(', ')}</span>
      <span class="muted">{w.madeAt(momentInFull(madeAt), madeBy?.name ?? w.operator)}</span>
      <span class="muted">{usedAt ? w.usedAt(momentInFull(usedAt)) : w.unused}</span>
      <span class={isValid ? 'with-icon' : 'with-icon muted'}>
        <Icon of={isValid ? 'check' : 'lock'} />
        {isValid ? w.valid : w.revokedAt(momentInFull(revokedAt))}
      </span>
      <SureButton
        isPossible={isValid}
        isAsking={model.asking.value === id}
        ask={(isAsked) => {
          model.asking.value = isAsked ? id : null;
        }}
        act={() => void model.revoke(id)}
        words={{ act: w.revoke, sure: w.revokeSure, yes: w.revokeYes, no: w.revokeNo }}
        of={name}
        heading={HEADING}
      />
    </li>
  );
}

function KeyForm({ model }: { model: KeysModel }): JSX.Element {
  const w = words.value.systems;
  const over = overLength(model.name.value, KEY_NAME_LENGTH);
  const isUnnamed = model.failure.value === 'no-name';
  return (
    <section class="panel" aria-labelledby="keys-new">
      <h3 id="keys-new">{w.newKey}</h3>
      <form
        noValidate
        aria-labelledby="keys-new"
        onSubmit={(event) => {
          event.preventDefault();
          void model.make();
        }}
      >
        <div class="field">
          <label for="key-name">{w.name}</label>
          <input
            id="key-name"
            autocomplete="off"
            value={model.name.value}
            aria-invalid={over > 0 || isUnnamed || undefined}
            aria-describedby="key-name-more"
            onInput={({ currentTarget }) => {
              model.name.value = currentTarget.value;
            }}
          />
          <small id="key-name-more" role="status" class={over > 0 || isUnnamed ? 'error' : 'muted'}>
            {over > 0 ? words.value.tooLong(over, KEY_NAME_LENGTH) : isUnnamed ? w.noName : w.nameMore}
          </small>
        </div>
        <fieldset class="field">
          <legend>{w.scope}</legend>
          {API_SCOPES.map((scope) => (
            <label class="choice" key={scope}>
              <input
                type="radio"
                name="key-scope"
                checked={model.scope.value === scope}
                onChange={() => {
                  model.scope.value = scope;
                }}
              />
              {w.scopes[scope]}
            </label>
          ))}
        </fieldset>
        <p class="muted">{w.proofMore}</p>
        <button type="submit" class="primary start" aria-disabled={model.isBusy.value}>
          {w.make}
        </button>
      </form>
    </section>
  );
}
