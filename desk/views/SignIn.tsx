import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Me, SessionModel } from '../models/session-model.ts';
import { words } from '../words/words.ts';
import { SignInCard } from './SignInCard.tsx';

/** The sign-in page. */
export function SignIn({ session }: { session: SessionModel }): JSX.Element {
  return (
    <main class="door">
      <SignInCard session={session} />
    </main>
  );
}

/**
 * The sign-in form over a desk whose session is over. It covers the desk, which stays as it was left: typed text,
 * selection and focus.
 */
export function SignInAgain({ session, me }: { session: SessionModel; me: Me }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  function stand(): void {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[name=password]')?.focus();
  }
  useLayoutEffect(() => {
    const door = dialog.current;
    const title = document.title;
    document.title = words.peek().product;
    stand();
    // Closed before it is unmounted, which gives the focus back.
    return () => {
      door?.close();
      document.title = title;
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="door"
      aria-labelledby="door-title"
      aria-describedby="door-ended"
      onCancel={(event) => event.preventDefault()}
      // Browsers close a dialog when Escape is pressed twice.
      onClose={stand}
    >
      <SignInCard session={session} ended={me} />
    </dialog>
  );
}
