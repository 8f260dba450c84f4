import './css/desk.css';
import { computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { createDeskClient } from './client/desk-client.ts';
import { createDeskHttp } from './client/desk-http.ts';
import type { DeskStore } from './models/desk-kept.ts';
import { DeskModel } from './models/desk-model.ts';
import { openDeskStore } from './models/desk-store.ts';
import { ProofModel } from './models/proof-model.ts';
import { Router } from './models/router.ts';
import { SessionModel } from './models/session-model.ts';
import { WINDOW_ADDRESS } from './models/window-address.ts';
import { App } from './views/App.tsx';
import { loadTicketPart } from './views/ticket-part.ts';
import { language, loadWords } from './words/words.ts';

/** Starts the desk in the page. */
function start(root: Element): void {
  // A 401 from any request leads to the sign-in form.
  const onSignedOut = () => session.end();
  const proof = new ProofModel(createDeskHttp({ onSignedOut }).call);
  const http = createDeskHttp({ onSignedOut, prove: proof.prove });
  const client = createDeskClient(http);
  const session = new SessionModel(client);
  const router = new Router();
  const store = signal<DeskStore | null>(null);
  void openDeskStore().then((opened) => {
    store.value = opened;
  });
  const desk = signal<DeskModel | null>(null);
  const whose = computed(() => {
    const now = session.session.value;
    // Who has to set up a second factor first has no desk yet.
    return 'me' in now && now.standing.state !== 'needed' ? now.me.id : null;
  });
  // The desk of an agent stays until they sign out or another agent signs in: a session that ends only stops it.
  effect(() => {
    const id = whose.value;
    const first = session.session.peek();
    const kept = store.value;
    if (id === null || !kept || !('me' in first)) return;
    const model = untracked(
      () => new DeskModel({ me: first.me, client, router, store: kept, address: WINDOW_ADDRESS }),
    );
    desk.value = model;
    const rest = effect(() => {
      const now = session.session.value;
      if (now.state !== 'signed-in' || now.me.id !== id) return;
      untracked(() => model.start(now.me));
      return () => untracked(model.stop);
    });
    return () => {
      rest();
      model[Symbol.dispose]();
      desk.value = null;
    };
  });
  // Signing in again in another tab counts here too.
  document.addEventListener('visibilitychange', () => {
    if (session.session.peek().state === 'ended' && document.visibilityState === 'visible') void session.check();
  });
  document.documentElement.lang = language.peek();
  render(<App session={session} desk={() => desk.value} http={http} proof={proof} />, root);
  void session.check();
  // What the address opens is loaded meanwhile. Where that fails the desk asks again, and says so.
  if (router.route.peek().number !== null) loadTicketPart().catch(() => {});
}

const root = document.getElementById('desk');
if (root) void loadWords().then(() => start(root));
