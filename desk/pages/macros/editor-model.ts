import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import { AddMacroRequest, type MacroFields } from '../../../src/contract/desk/change-macro.ts';
import type { DeskMacro } from '../../../src/contract/desk/list-macros.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { unknownVariables } from '../../models/fill-macro.ts';
import type { KeptDraft, MacroDraft } from './macro-draft.ts';
import type { MacrosClient } from './macros-client.ts';

/** The state of the last save. */
export type Saving =
  | { state: 'none' }
  | { state: 'saving' }
  | { state: 'unanswered' }
  /** somebody changed it meanwhile: its current state, null when it no longer exists */
  | { state: 'conflict'; now: DeskMacro | null }
  | { state: 'refused'; code: string };

export interface EditorDeps {
  client: Pick<MacrosClient, 'add' | 'change'>;
  kept: KeptDraft;
  /** reads all macros again and returns the one with this id */
  refresh: (id: string | null) => Promise<DeskMacro | null>;
}

const fieldsOf = ({ title, text, status, followUp }: MacroFields): MacroFields => ({ title, text, status, followUp });

/** The macro being edited: no typed text is lost, and no unseen newer version is overwritten. */
export const EditorModel = createModel(({ client, kept, refresh }: EditorDeps) => {
  const draft = signal<MacroDraft | null>(kept.get());
  const saving = signal<Saving>({ state: 'none' });
  /** errors are shown after the first attempt to save */
  const isTried = signal(false);
  let isTyped = draft.peek() !== null;
  const errors = computed<string[]>(() => {
    if (!draft.value || !isTried.value) return [];
    const read = AddMacroRequest.safeParse(toFields(draft.value));
    return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  });

  function write(next: MacroDraft | null): void {
    draft.value = next;
    isTyped = next !== null;
    kept.keep(next);
  }

  /** A draft without typed text is replaced, one with typed text never. */
  function begin(next: MacroDraft): boolean {
    const open = draft.peek();
    if (open && (isTyped || saving.peek().state === 'saving')) return open.id === next.id;
    isTried.value = false;
    saving.value = { state: 'none' };
    draft.value = next;
    return true;
  }

  /**
   * An earlier text under this key arrived without our knowing: it is in the list already, and this one is added after
   * it.
   */
  async function add(mine: MacroDraft, fields: MacroFields): Promise<DeskAnswer<DeskMacro>> {
    const answer = await client.add(mine.key, fields);
    if (answer.outcome !== 'refused' || answer.code !== 'idempotency-key-reused') return answer;
    const key = randomId(16);
    write({ ...mine, key });
    return client.add(key, fields);
  }

  return {
    draft,
    saving,
    errors,
    unknown: computed(() => unknownVariables(draft.value?.text ?? '')),
    /** Begins a new macro. @returns false while another is being edited */
    add: () => begin({ id: null, version: 0, key: randomId(16), title: '', text: '', status: null, followUp: null }),
    /** Begins to edit a macro. @returns false while another is being edited */
    edit: (macro: DeskMacro) => begin({ ...toDraft(macro), key: '' }),
    type(typed: Partial<MacroFields>) {
      const now = draft.peek();
      if (!now || saving.peek().state === 'saving') return;
      write(fitting({ ...now, ...typed }, typed));
      if (saving.peek().state === 'refused') saving.value = { state: 'none' };
    },
    cancel() {
      if (saving.peek().state === 'saving') return;
      write(null);
      saving.value = { state: 'none' };
    },
    /** Replaces the typed text by the current version. */
    takeTheirs() {
      const now = saving.peek();
      const mine = draft.peek();
      if (now.state !== 'conflict' || !now.now || !mine) return;
      write({ ...mine, ...toDraft(now.now) });
      saving.value = { state: 'none' };
    },
    /** Saves the draft, also after a shown conflict. @returns the id of the saved macro, otherwise null */
    async save(): Promise<string | null> {
      const mine = draft.peek();
      const before = saving.peek();
      if (!mine || before.state === 'saving') return null;
      isTried.value = true;
      if (errors.peek().length > 0) return null;
      const version = before.state === 'conflict' ? (before.now?.version ?? mine.version) : mine.version;
      const fields = toFields(mine);
      saving.value = { state: 'saving' };
      const answer = mine.id === null ? await add(mine, fields) : await client.change(mine.id, { ...fields, version });
      if (answer.outcome === 'ok') {
        write(null);
        saving.value = { state: 'none' };
        await refresh(mine.id);
        return mine.id ?? answer.value?.id ?? null;
      }
      if (answer.outcome === 'refused' && answer.code === 'conflict') {
        saving.value = { state: 'conflict', now: await refresh(mine.id) };
      } else if (answer.outcome === 'refused') saving.value = { state: 'refused', code: answer.code };
      else saving.value = { state: 'unanswered' };
      return null;
    },
  };
});

export type EditorModel = InstanceType<typeof EditorModel>;

/** What we write again about is in progress: the later choice of the two takes the other along. */
function fitting(draft: MacroDraft, { followUp }: Partial<MacroFields>): MacroDraft {
  if (followUp) return { ...draft, status: 'in-progress' };
  return draft.status === 'in-progress' ? draft : { ...draft, followUp: null };
}

/** The fields as stored: trimmed. */
function toFields(draft: MacroDraft): MacroFields {
  return {
    ...fieldsOf(draft),
    followUp: draft.followUp ?? null,
    title: draft.title.trim(),
    text: draft.text.trimEnd(),
  };
}

function toDraft({ id, version, title, text, ...later }: DeskMacro): Omit<MacroDraft, 'key'> {
  const { shape } = AddMacroRequest;
  const status = shape.status.safeParse(later.status).data ?? null;
  const followUp = shape.followUp.safeParse(later.followUp).data ?? null;
  return { id, version, title, text, status, followUp: status === 'in-progress' ? followUp : null };
}
