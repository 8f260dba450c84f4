import { computed, createModel, signal } from '@preact/signals';
import type { DeskSettings } from '../../../src/contract/desk/settings.ts';
import { VERSION } from '../../../src/contract/shapes.ts';
import { type Setting, settingFits } from '../../../src/contract/shops/settings.ts';
import { HistoryModel } from './history-model.ts';
import type { SettingsClient } from './settings-client.ts';
import { fromWeek, toWeek, type Week } from './week.ts';

/** The fields of the page. */
export type Field = Setting | 'current-version';

/** Fields that are saved together. */
export const GROUPS = {
  hours: ['opening-hours'],
  contacts: ['email', 'phone', 'rules', 'renewal', 'privacy', 'updates'],
  version: ['current-version'],
  access: ['second-factor'],
  replies: ['signature'],
} as const satisfies Record<string, readonly Field[]>;

export type Group = keyof typeof GROUPS;

/** The state of a group's last save; for a conflict see the fields in `overtaken`. */
export type Saving = 'none' | 'saving' | 'saved' | 'conflict' | 'unanswered' | 'refused' | 'not-proven';

const WHY: Partial<Record<string, Saving>> = { conflict: 'conflict', 'proof-needed': 'not-proven' };

/** The vendor's settings: stored values, typed values, and the history. */
export const SettingsModel = createModel((client: SettingsClient) => {
  const read = signal<DeskSettings | null>(null);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  /** typed and unsaved values, with the stored value at the beginning */
  const typed = signal<Partial<Record<Field, { text: string; from: string | null }>>>({});
  const week = signal<Week | null>(null);
  const saving = signal<Record<Group, Saving>>({
    hours: 'none',
    contacts: 'none',
    version: 'none',
    access: 'none',
    replies: 'none',
  });
  const tried = signal<readonly Group[]>([]);
  const history = new HistoryModel(client);

  const stored = (name: Field): string | null =>
    (name === 'current-version'
      ? read.value?.currentVersion
      : read.value?.settings.find((setting) => setting.name === name)?.value) ?? null;
  const wanted = (name: Field): string | null => {
    const draft = typed.value[name];
    return draft ? draft.text.trim() || null : stored(name);
  };
  const changedIn = (group: Group): Field[] => GROUPS[group].filter((name) => wanted(name) !== stored(name));
  const fits = (name: Field): boolean =>
    name === 'current-version' ? VERSION.test(wanted(name) ?? '') : settingFits(name, wanted(name));

  async function refresh(): Promise<void> {
    const answer = await client.read();
    if (answer.outcome === 'ok') {
      read.value = answer.value;
      state.value = 'shown';
    } else if (read.peek() === null) state.value = 'unanswered';
  }

  function set(group: Group, to: Saving): void {
    saving.value = { ...saving.peek(), [group]: to };
  }

  function forget(names: readonly Field[]): void {
    typed.value = Object.fromEntries(
      Object.entries(typed.peek()).filter(([name]) => !(names as readonly string[]).includes(name)),
    );
    if (names.includes('opening-hours')) week.value = null;
  }

  function type(name: Field, text: string): void {
    const before = typed.peek()[name];
    typed.value = { ...typed.peek(), [name]: { text, from: before ? before.from : stored(name) } };
    const group = (Object.keys(GROUPS) as Group[]).find((one) => (GROUPS[one] as readonly Field[]).includes(name));
    if (group && ['saved', 'refused', 'not-proven'].includes(saving.peek()[group])) set(group, 'none');
  }

  function send(names: readonly Field[]) {
    const [first] = names;
    if (first === 'current-version') return client.announce(wanted(first) ?? '', stored(first));
    const settings = names.filter((name) => name !== 'current-version');
    return client.change(settings.map((name) => ({ name, from: stored(name), to: wanted(name) })));
  }

  return {
    read,
    state,
    saving,
    history,
    /** the shown and the stored value of each field */
    fields: computed(() => {
      const fields = Object.values(GROUPS).flat();
      return Object.fromEntries(
        fields.map((name) => [name, { text: typed.value[name]?.text ?? stored(name) ?? '', stored: stored(name) }]),
      ) as Record<Field, { text: string; stored: string | null }>;
    }),
    /** the opening hours day by day, as typed */
    week: computed(() => week.value ?? toWeek(stored('opening-hours') ?? '')),
    /** the state of each group: changed fields, invalid fields, and those that somebody else changed meanwhile */
    groups: computed(() => {
      const current = (group: Group) => {
        const changed = changedIn(group);
        return {
          changed,
          // Errors are shown after the first attempt to save.
          errors: tried.value.includes(group) ? changed.filter((name) => !fits(name)) : [],
          overtaken: changed.filter((name) => typed.value[name] && typed.value[name].from !== stored(name)),
        };
      };
      return {
        hours: current('hours'),
        contacts: current('contacts'),
        version: current('version'),
        access: current('access'),
        replies: current('replies'),
      };
    }),
    async refresh() {
      await Promise.all([refresh(), history.refresh()]);
    },
    type,
    typeWeek(to: Week) {
      week.value = to;
      type('opening-hours', fromWeek(to));
    },
    /** Drops typed values: the stored ones are shown. */
    drop(group: Group) {
      forget(GROUPS[group]);
      set(group, 'none');
    },
    /** Saves typed values over the shown stored ones. @returns the first invalid field, otherwise null */
    async save(group: Group): Promise<Field | null> {
      if (saving.peek()[group] === 'saving') return null;
      const names = changedIn(group);
      if (names.length === 0) return null;
      tried.value = [...tried.peek(), group];
      const unfit = names.find((name) => !fits(name));
      if (unfit) return unfit;
      set(group, 'saving');
      const sent = typed.peek();
      const answer = await send(names);
      await Promise.all([refresh(), history.refresh()]);
      // After a lost response the values may be stored already.
      const isStored = answer.outcome === 'ok' || (answer.outcome === 'unanswered' && changedIn(group).length === 0);
      if (isStored) {
        tried.value = tried.peek().filter((one) => one !== group);
        // Values typed meanwhile stay, based on what is stored now.
        const isSame = (name: Field) => typed.peek()[name] === sent[name];
        forget(names.filter(isSame));
        const later = Object.entries(typed.peek()).map(([name, { text, from }]) => {
          const isLater = (names as readonly string[]).includes(name);
          return [name, { text, from: isLater ? stored(name as Field) : from }];
        });
        typed.value = Object.fromEntries(later);
        set(group, changedIn(group).length === 0 ? 'saved' : 'none');
      } else if (answer.outcome === 'refused') set(group, WHY[answer.code] ?? 'refused');
      else set(group, 'unanswered');
      return null;
    },
  };
});

export type SettingsModel = InstanceType<typeof SettingsModel>;
