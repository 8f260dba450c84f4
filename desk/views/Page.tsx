import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { PageName } from '../pages/page-names.ts';
import type { PageProps } from '../pages/page-props.ts';
import { PAGES } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { NotLoaded } from './NotLoaded.tsx';

/** A page beside the tickets: loaded when opened, with a button to retry after a failure. */
export function Page({ name, ...props }: PageProps & { name: PageName }): JSX.Element {
  const loaded = useSignal<{ of: PageName; View: ComponentType<PageProps> } | 'loading' | 'failed'>('loading');
  const w = words.value;
  function load(): void {
    loaded.value = 'loading';
    PAGES[name]().then(
      (View) => {
        loaded.value = { of: name, View };
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }
  useEffect(load, [name]);
  // The link that led here is unmounted, also from a list to one of its items.
  useLayoutEffect(() => document.getElementById(FOCUS_TARGETS.page)?.focus(), [name, props.id]);
  const now = loaded.value;
  return (
    <section class={`page page-${name}`} aria-labelledby={FOCUS_TARGETS.page}>
      <div class="page-body">
        <h2 id={FOCUS_TARGETS.page} tabIndex={-1}>
          {label(w.headings, name, w.pages[name])}
        </h2>
        {typeof now === 'object' && now.of === name && <now.View {...props} />}
        <div role="status">
          {now === 'loading' && w.loading}
          {now === 'failed' && <NotLoaded text={w.pageNotLoaded} again={load} />}
        </div>
      </div>
    </section>
  );
}
