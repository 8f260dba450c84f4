import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { PageName } from '../pages/page-names.ts';
import type { PageProps } from '../pages/page-props.ts';
import { loadPage } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { NotLoaded } from './NotLoaded.tsx';
import { useLoaded } from './use-loaded.ts';

/** A page beside the tickets: loaded when opened, with a button to retry after a failure. */
export function Page({ name, ...props }: PageProps & { name: PageName }): JSX.Element {
  const [now, again] = useLoaded<PageName, ComponentType<PageProps>>(name, loadPage);
  const w = words.value;
  // The link that led here is unmounted, also from a list to one of its items.
  useLayoutEffect(() => document.getElementById(FOCUS_TARGETS.page)?.focus(), [name, props.id]);
  return (
    <section class={`page page-${name}`} aria-labelledby={FOCUS_TARGETS.page}>
      <div class="page-body">
        <h2 id={FOCUS_TARGETS.page} tabIndex={-1}>
          {label(w.headings, name, w.pages[name])}
        </h2>
        {typeof now === 'object' && now.of === name && <now.part {...props} />}
        <div role="status">
          {now === 'loading' && w.loading}
          {now === 'failed' && <NotLoaded text={w.pageNotLoaded} again={again} />}
        </div>
      </div>
    </section>
  );
}
