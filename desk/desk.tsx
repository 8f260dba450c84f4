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
  const me = computed(() => (session.session.value.state === 'signed-in' ? session.session.value.me : null));
  effect(() => {
    const now = me.value;
    if (!now) return;
    const model = untracked(() => new DeskModel({ me: now, client, place }));
    desk.value = model;
    untracked(model.start);
    return () => {
      untracked(model.stop);
      model[Symbol.dispose]();
      desk.value = null;
    };
  });
  document.documentElement.lang = language.peek();
  render(<App session={session} desk={() => desk.value} ask={watched} />, root);
  void session.check();
}

const root = document.getElementById('desk');
if (root) start(root);
