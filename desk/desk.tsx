import './css/desk.css';
import { computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { type Ask, createAsk } from './client/ask.ts';
import { createDeskClient } from './client/desk-client.ts';
import { DeskModel } from './models/desk-model.ts';
import { PlaceModel } from './models/place-model.ts';
import { SessionModel } from './models/session-model.ts';
import { App } from './views/App.tsx';
import { language } from './words/words.ts';

/** Starts the desk in the page. */
function start(root: Element): void {
  const ask = createAsk('');
  // Whoever is told that the session is over is led to the door, wherever the answer came.
  const watched: Ask = async (question, read) => {
    const answer = await ask(question, read);
    if (answer.outcome === 'signed-out') session.end();
    return answer;
  };
  const client = createDeskClient(watched);
  const session = new SessionModel(client);
  const place = new PlaceModel();
  const desk = signal<DeskModel | null>(null);
  const whose = computed(() => ('me' in session.session.value ? session.session.value.me.id : null));
  // Somebody's desk stands until another one sits down or signs out: a session that ends merely stops it.
  effect(() => {
    const id = whose.value;
    const first = session.session.peek();
    if (id === null || !('me' in first)) return;
    const model = untracked(() => new DeskModel({ me: first.me, client, place }));
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
  // Who signed in again in another tab is let in here, too.
  document.addEventListener('visibilitychange', () => {
    if (session.session.peek().state === 'ended' && document.visibilityState === 'visible') void session.check();
  });
  document.documentElement.lang = language.peek();
  render(<App session={session} desk={() => desk.value} ask={watched} />, root);
  void session.check();
}

const root = document.getElementById('desk');
if (root) start(root);
