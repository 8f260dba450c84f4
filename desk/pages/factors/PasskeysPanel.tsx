import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_PASSKEY_NAME, type Passkey } from '../../../src/contract/desk/second-factor.ts';
import { hasPasskeys } from '../../client/passkeys.ts';
import { overLength } from '../../models/over-length.ts';
import { focusIfLost } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { SureButton } from '../../views/SureButton.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { FactorsModel } from './factors-model.ts';

const HEADING = 'factors-passkeys';

/** The agent's passkeys: added, renamed and removed here. */
export function PasskeysPanel({ model, passkeys }: { model: FactorsModel; passkeys: Passkey[] }): JSX.Element {
  const w = words.value.factors;
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useRef(passkeys.length);
  // One that is removed takes its buttons with it.
  useLayoutEffect(() => {
    if (passkeys.length < count.current) focusIfLost(heading.current);
    count.current = passkeys.length;
  }, [passkeys.length]);
  return (
    <section class="panel" aria-labelledby={HEADING}>
      <h3 id={HEADING} ref={heading} tabIndex={-1}>
        {w.passkeys}
      </h3>
      <p class="muted">{w.passkeysMore}</p>
      {passkeys.length > 0 && (
        <ul class="factor-list">
          {passkeys.map((passkey) => (
            <Line key={passkey.id} model={model} passkey={passkey} />
          ))}
        </ul>
      )}
      {hasPasskeys() ? <Add model={model} /> : <p class="notice">{w.noPasskeysHere}</p>}
    </section>
  );
}

function Add({ model }: { model: FactorsModel }): JSX.Element {
  const w = words.value.factors;
  const field = useRef<HTMLInputElement>(null);
  const typed = useSignal('');
  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const name = typed.peek().trim() || w.passkeyName;
    if (overLength(name, LONGEST_PASSKEY_NAME) > 0) {
      field.current?.focus();
      return;
    }
    if (await model.addPasskey(name)) typed.value = '';
  }
  return (
    <form class="fields" onSubmit={add}>
      <NameField
        id="passkey-new"
        label={w.name}
        hint={w.nameHint}
        value={typed.value}
        field={field}
        onType={(text) => {
          typed.value = text;
        }}
      />
      <div class="row">
        <button type="submit" class="primary with-icon" aria-disabled={model.isBusy.value}>
          <Icon of="key" />
          {w.add}
        </button>
      </div>
    </form>
  );
}

interface NameProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  field: { current: HTMLInputElement | null };
  onType: (text: string) => void;
}

function NameField({ id, label, hint, value, field, onType }: NameProps): JSX.Element {
  const over = overLength(value.trim(), LONGEST_PASSKEY_NAME);
  const below = over > 0 ? words.value.tooLong(over, LONGEST_PASSKEY_NAME) : hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        autocomplete="off"
        value={value}
        aria-invalid={over > 0 ? true : undefined}
        aria-describedby={below ? `${id}-more` : undefined}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      {below && (
        <small id={`${id}-more`} class={over > 0 ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}

function Line({ model, passkey }: { model: FactorsModel; passkey: Passkey }): JSX.Element {
  const w = words.value.factors;
  const { id, name, addedAt, lastUsedAt, isBackedUp } = passkey;
  const renamed = useSignal<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  const isRenaming = renamed.value !== null;
  useLayoutEffect(() => {
    if (isRenaming) field.current?.select();
    else if (wasRenaming.current) button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  async function rename(event: Event): Promise<void> {
    event.preventDefault();
    const to = renamed.peek()?.trim() ?? '';
    if (to === '' || overLength(to, LONGEST_PASSKEY_NAME) > 0) return field.current?.focus();
    if (to === name || (await model.renamePasskey(id, to))) renamed.value = null;
  }
  return (
    <li>
      {isRenaming ? (
        <form class="fields" onSubmit={rename}>
          <NameField
            id={`passkey-${id}`}
            label={w.name}
            value={renamed.value ?? ''}
            field={field}
            onType={(text) => {
              renamed.value = text;
            }}
          />
          <div class="row">
            <button type="submit">{w.rename}</button>
            <button
              type="button"
              class="plain"
              onClick={() => {
                renamed.value = null;
              }}
            >
              {w.leave}
            </button>
          </div>
        </form>
      ) : (
        <>
          <strong dir="auto">{name}</strong>
          <p class="muted">
            {w.added(momentInFull(addedAt))} · {lastUsedAt ? w.used(momentInFull(lastUsedAt)) : w.unused}
          </p>
          <p class="muted">{isBackedUp ? w.backedUp : w.notBackedUp}</p>
          <div class="row">
            <button
              ref={button}
              type="button"
              class="plain"
              aria-label={w.renameOne(name)}
              onClick={() => {
                renamed.value = name;
              }}
            >
              {w.rename}
            </button>
            <SureButton
              isPossible
              isAsking={model.asking.value === id}
              ask={(isAsked) => {
                model.asking.value = isAsked ? id : null;
              }}
              act={() => void model.removePasskey(id)}
              words={{ act: w.remove, sure: w.removeSure, yes: w.removeYes, no: w.removeNo }}
              of={name}
              heading={HEADING}
            />
          </div>
        </>
      )}
    </li>
  );
}
