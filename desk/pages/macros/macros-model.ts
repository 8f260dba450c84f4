import { computed, createModel, signal } from '@preact/signals';
import type { DeskMacro } from '../../../src/contract/desk/list-macros.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { EditorModel } from './editor-model.ts';
import type { KeptDraft } from './macro-draft.ts';
import type { MacrosClient } from './macros-client.ts';

export interface MacrosDeps {
  client: MacrosClient;
  kept: KeptDraft;
  /** the macros have changed: the composer offers them too */
  onChanged: () => void;
}

/** The vendor's macros: their order, the archived ones, and the one being edited. */
export const MacrosModel = createModel(({ client, kept, onChanged }: MacrosDeps) => {
  const all = signal<DeskMacro[] | null>(null);
  const archived = signal<DeskMacro[]>([]);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  /** why the last change of the list failed: a problem's code, or `unanswered` */
  const failure = signal<string | null>(null);
  /** what was just moved, to be announced */
  const moved = signal<{ title: string; place: number; count: number } | null>(null);
  const own = computed(() => (all.value ?? []).filter(({ kind }) => kind !== 'scope'));
  let isOrdering = false;

  async function refresh(): Promise<void> {
    const [offered, away] = await Promise.all([client.list(), client.listArchived()]);
    if (away.outcome === 'ok') archived.value = away.value;
    if (offered.outcome === 'ok') {
      all.value = offered.value;
      state.value = 'shown';
    } else if (all.peek() === null) state.value = 'unanswered';
  }

  const editor = new EditorModel({
    client,
    kept,
    async refresh(id) {
      await refresh();
      onChanged();
      return [...own.peek(), ...archived.peek()].find((macro) => macro.id === id) ?? null;
    },
  });

  async function settle(answer: DeskAnswer<null>): Promise<boolean> {
    if (answer.outcome === 'refused') failure.value = answer.code;
    if (answer.outcome === 'unanswered') failure.value = 'unanswered';
    await refresh();
    onChanged();
    return answer.outcome === 'ok';
  }

  /** Sends the shown order, and again if it changed meanwhile. */
  async function sendOrder(): Promise<void> {
    isOrdering = true;
    const shown = () => own.peek().map(({ id }) => id);
    for (let sent = ''; sent !== shown().join(); ) {
      sent = shown().join();
      const answer = await client.order(shown());
      if (answer.outcome === 'ok') continue;
      isOrdering = false;
      await settle(answer);
      return;
    }
    isOrdering = false;
    onChanged();
  }

  return {
    own,
    clauses: computed(() => (all.value ?? []).filter(({ kind }) => kind === 'scope')),
    archived,
    state,
    failure,
    moved,
    editor,
    refresh,
    /** Moves a macro one position up or down, shown at once. */
    move(id: string, step: -1 | 1) {
      const list = [...own.peek()];
      const from = list.findIndex((macro) => macro.id === id);
      const to = from + step;
      const [macro] = list.slice(from, from + 1);
      if (!macro || to < 0 || to >= list.length) return;
      list.splice(from, 1);
      list.splice(to, 0, macro);
      failure.value = null;
      all.value = [...list, ...(all.peek() ?? []).filter(({ kind }) => kind === 'scope')];
      moved.value = { title: macro.title, place: to + 1, count: list.length };
      if (!isOrdering) void sendOrder();
    },
    /** Archives a macro, or restores it. */
    async archive(id: string, isArchived: boolean) {
      failure.value = null;
      return settle(await client.archive(id, isArchived));
    },
  };
});

export type MacrosModel = InstanceType<typeof MacrosModel>;
