import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { keepInWindow } from './keep-in-window.ts';

interface Props {
  /** what the button says */
  label: ComponentChildren;
  /** what the button is called, where its text alone is too short */
  name?: string;
  class?: string;
  title?: string;
  /** the choices, as buttons; `close` is called by the one that was chosen */
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens choices below it. Escape, a choice, or going elsewhere closes it. */
export function Menu({ label, name, title, children, ...rest }: Props): JSX.Element {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => (isOpen.value && list.current ? keepInWindow(list.current) : undefined), [isOpen.value]);
  function close(): void {
    isOpen.value = false;
    button.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isOpen.peek()) {
      event.preventDefault();
      close();
    }
    if (!isOpen.peek() || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    const choices = [...(root.current?.querySelectorAll<HTMLElement>('.menu-list button, .menu-list a') ?? [])];
    const at = choices.indexOf(document.activeElement as HTMLElement);
    const to = event.key === 'ArrowDown' ? at + 1 : at - 1;
    choices[(to + choices.length) % choices.length]?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its buttons do not take
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
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      >
        {label}
      </button>
      <div ref={list} id={id} class="menu-list" hidden={!isOpen.value}>
        {isOpen.value && children(close)}
      </div>
    </div>
  );
}
