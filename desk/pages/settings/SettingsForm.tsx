import type { ComponentChildren, JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { GROUPS, type Group, type SettingsModel } from './settings-model.ts';
import { shownValue } from './shown-value.ts';

interface Props {
  model: SettingsModel;
  isAdmin: boolean;
  group: Group;
  title: string;
  more?: string;
  children: ComponentChildren;
}

/** Fields that are saved together, with the outcome. */
export function SettingsForm({ model, isAdmin, group, title, more, children }: Props): JSX.Element {
  const w = words.value.settings;
  const saving = model.saving.value[group];
  const { changed, overtaken } = model.groups.value[group];
  const failure = label(w.failures, saving, '');
  const isChanged = changed.length > 0;
  const id = `settings-${group}`;
  async function save(): Promise<void> {
    const unfit = await model.save(group);
    if (unfit) document.getElementById(`setting-${unfit}`)?.focus();
  }
  return (
    <section class="panel" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {more && <p class="muted">{more}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {children}
        <LastChange model={model} group={group} />
        <div role="alert">
          {failure && <p class="notice warn">{failure}</p>}
          {overtaken.length > 0 && (
            <div class="notice warn">
              <p>{w.overtaken}</p>
              <ul>
                {overtaken.map((name) => (
                  <li key={name}>
                    {w.fields[name]}: <strong dir="auto">{shownValue(name, model.fields.value[name].stored)}</strong>
                  </li>
                ))}
              </ul>
              <button type="button" class="plain" onClick={() => model.drop(group)}>
                {w.takeTheirs}
              </button>
            </div>
          )}
        </div>
        {isAdmin && (
          <div class="row">
            <button type="submit" class="primary" aria-disabled={!isChanged || saving === 'saving'}>
              {saving === 'saving' ? w.saving : overtaken.length > 0 ? w.saveOver : w.save}
            </button>
            {isChanged && saving !== 'saving' && (
              <button type="button" class="plain" onClick={() => model.drop(group)}>
                {w.drop}
              </button>
            )}
            <span role="status">{saving === 'saved' && w.saved}</span>
          </div>
        )}
      </form>
    </section>
  );
}

/** When and by whom one of the fields was last changed. */
function LastChange({ model, group }: Pick<Props, 'model' | 'group'>): JSX.Element | null {
  const settings = model.read.value?.settings ?? [];
  const changes = settings.flatMap(({ name, changed }) =>
    changed && (GROUPS[group] as readonly string[]).includes(name) ? [changed] : [],
  );
  const [last] = changes.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  if (!last) return null;
  const by = last.by.name ?? label(words.value.actors, last.by.id);
  return <p class="muted small">{words.value.settings.changed(momentInFull(last.at), by)}</p>;
}
