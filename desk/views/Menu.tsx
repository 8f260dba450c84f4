import { type Signal, useSignal } from '@preact/signals';
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import { keepInWindow } from './keep-in-window.ts';

interface Props {
  /** the text of the button */
  label: ComponentChildren;
  /** the accessible name, where the text alone is too short */
  name?: string;
  class?: string;
  title?: string;
  /** one of the choices is where the agent is */
  isHere?: boolean;
  /** whether it is open, where a key opens it too */
  isOpen?: Signal<boolean>;
  /** the choices, as buttons; the chosen one calls `close` */
  children: (close: () => void) => ComponentChildren;
}

/** Closes the menu that a menu is in. */
const Outer = createContext<(() => void) | null>(null);

/** A button that opens a menu below it, in a menu inside it. Escape, a choice, or leaving it closes it. */
export function Menu({ label, name, title, isHere = false, children, ...rest }: Props): JSX.Element {
  const own = useSignal(false);
  const isOpen = rest.isOpen ?? own;
  const outer = useContext(Outer);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => (isOpen.value && list.current ? keepInWindow(list.current) : undefined), [isOpen.value]);
  function close(): void {
    isOpen.value = false;
    button.current?.focus();
  }
  // A choice ends all of it.
  function end(): void {
    close();
    outer?.();
  }
  function onKeyDown(event: KeyboardEvent): void {
    // A menu in this one has taken it.
    if (event.defaultPrevented) return;
    const key = pressedKey(event);
    if (key === 'Escape' && isOpen.peek()) {
      event.preventDefault();
      close();
    }
    if (!isOpen.peek() || !['ArrowDown', 'ArrowUp'].includes(key)) return;
    event.preventDefault();
    const all = root.current?.querySelectorAll<HTMLElement>('.menu-list :is(button, a)') ?? [];
    const choices = [...all].filter((choice) => choice.checkVisibility());
    const at = choices.indexOf(document.activeElement as HTMLElement);
    const to = key === 'ArrowDown' ? at + 1 : at - 1;
    choices[(to + choices.length) % choices.length]?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for keys that its buttons do not handle
    <div
      ref={root}
      class={`menu ${rest.class ?? ''}`}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget)) isOpen.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen.value}
        aria-controls={id}
        aria-label={name}
        title={title}
        data-here={isHere || undefined}
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      >
        {label}
      </button>
      <div ref={list} id={id} class="menu-list" hidden={!isOpen.value}>
        {isOpen.value && <Outer.Provider value={end}>{children(end)}</Outer.Provider>}
      </div>
    </div>
  );
}
