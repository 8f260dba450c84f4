import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskHttp } from '../client/desk-http.ts';
import type { SessionModel } from '../models/session-model.ts';
import { loadFactors } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { Brand } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { NotLoaded } from './NotLoaded.tsx';
import { useLoaded } from './use-loaded.ts';

/** In place of the desk of an agent who has to set up a second factor first. */
export function SetUpFactor({ session, http }: { session: SessionModel; http: DeskHttp }): JSX.Element {
  const w = words.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const [now, again] = useLoaded('factors', loadFactors);
  // In place of the form of the sign-in, which had the focus.
  useLayoutEffect(() => heading.current?.focus(), []);
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
      {typeof now === 'object' && <now.part http={http} onFactors={session.check} />}
      <div role="status">
        {now === 'loading' && w.loading}
        {now === 'failed' && <NotLoaded text={w.pageNotLoaded} again={again} />}
      </div>
      <button type="button" class="plain" onClick={() => session.signOut(false)}>
        {w.signOut}
      </button>
    </main>
  );
}
