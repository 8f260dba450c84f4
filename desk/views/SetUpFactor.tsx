import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskHttp } from '../client/desk-http.ts';
import type { SessionModel } from '../models/session-model.ts';
import type { PageProps } from '../pages/page-props.ts';
import { loadFactors } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { Brand } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { NotLoaded } from './NotLoaded.tsx';

/** In place of the desk of an agent who has to set up a second factor first. */
export function SetUpFactor({ session, http }: { session: SessionModel; http: DeskHttp }): JSX.Element {
  const w = words.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = useSignal<{ View: ComponentType<Pick<PageProps, 'http' | 'onFactors'>> } | 'loading' | 'failed'>(
    'loading',
  );
  function load(): void {
    loaded.value = 'loading';
    loadFactors().then(
      (View) => {
        loaded.value = { View };
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }
  useEffect(load, []);
  // In place of the form of the sign-in, which had the focus.
  useLayoutEffect(() => heading.current?.focus(), []);
  const now = loaded.value;
  return (
    <main class="set-up">
      <div class="door-head">
        <Brand />
        <h1 class="set-up-product">{w.product}</h1>
        <LanguageButtons />
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {w.setUp}
      </h2>
      <p>{w.setUpMore}</p>
      {typeof now === 'object' && <now.View http={http} onFactors={session.check} />}
      <div role="status">
        {now === 'loading' && w.loading}
        {now === 'failed' && <NotLoaded text={w.pageNotLoaded} again={load} />}
      </div>
      <button type="button" class="plain" onClick={() => session.signOut(false)}>
        {w.signOut}
      </button>
    </main>
  );
}
