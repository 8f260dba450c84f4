import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { DeskMacro } from '../../src/contract/desk/list-macros.ts';
import { fold } from '../../src/contract/fold.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  macros: readonly DeskMacro[];
  /** the topic of the ticket: when it is a rule, its macro is offered first */
  topic: string;
  /** reads them again: a colleague may have changed one */
  refresh: () => void;
  insert: (macro: DeskMacro) => void;
}

/** The menu of macros: the vendor's own, and the rules on what support does not cover. */
export function MacroMenu(props: Props): JSX.Element {
  const w = words.value;
  return (
    <Menu
      class="macros"
      label={
        <>
          <Icon of="lines" />
          <span class="label">{w.insertMacro}</span>
        </>
      }
    >
      {(close) => (
        <Choices
          {...props}
          insert={(macro) => {
            close();
            props.insert(macro);
          }}
        />
      )}
    </Menu>
  );
}

const GROUPS = ['rule', 'own', 'scope'] as const;

/** The macros that match the typed text in title or body; Enter takes the first. */
function Choices({ macros, topic, refresh, insert }: Props): JSX.Element {
  const w = words.value;
  const typed = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  // Before painting, so that the next key goes into the search.
  useLayoutEffect(() => {
    refresh();
    // A phone would cover the macros with its keyboard.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  const wanted = fold(typed.value.trim());
  const found = macros.filter(({ title, text }) => fold(`${title} ${text}`).includes(wanted));
  const groups = {
    rule: found.filter(({ kind, id }) => kind === 'scope' && id === topic),
    own: found.filter(({ kind }) => kind !== 'scope'),
    scope: found.filter(({ kind, id }) => kind === 'scope' && id !== topic),
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (pressedKey(event) !== 'Enter') return;
    // Neither this Enter nor Ctrl+Enter is meant for the reply around it.
    event.preventDefault();
    event.stopPropagation();
    const first = GROUPS.flatMap((group) => groups[group])[0];
    if (first) insert(first);
  }
  return (
    <>
      <input
        ref={field}
        type="search"
        autocomplete="off"
        aria-label={w.findMacro}
        placeholder={w.findMacro}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      {GROUPS.map(
        (kind) =>
          groups[kind].length > 0 && (
            <section key={kind} aria-label={w.macroGroups[kind]}>
              <p class="menu-title">{w.macroGroups[kind]}</p>
              {groups[kind].map((macro) => (
                <button key={macro.id} type="button" dir="auto" title={macro.text} onClick={() => insert(macro)}>
                  {macro.title}
                  {macro.status && <span class="muted">→ {label(w.statuses, macro.status)}</span>}
                </button>
              ))}
            </section>
          ),
      )}
      <p role="status" class="menu-title">
        {found.length === 0 && w.noMacro}
      </p>
    </>
  );
}
