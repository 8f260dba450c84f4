import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { NOTICE_KINDS } from '../../../src/contract/lists.ts';
import { createKept } from '../../models/kept-text.ts';
import { afterDrawing } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { BackLink } from './BackLink.tsx';
import { FormField } from './FormField.tsx';
import { IncidentFormModel } from './incident-form-model.ts';
import { createIncidentsClient } from './incidents-client.ts';
import { Preview } from './Preview.tsx';

/** The form for a new incident, with what shops will see beside it. */
export function NewIncident({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => {
    const kept = createKept(`desk.problems.${desk.me.peek().id}.new`);
    return new IncidentFormModel({ client: createIncidentsClient(http), kept });
  });
  const w = words.value.incidents;
  const form = useRef<HTMLFormElement>(null);
  const failure = model.failure.value;

  async function publish(event: Event): Promise<void> {
    event.preventDefault();
    const id = await model.publish();
    if (!form.current) return; // the page was left meanwhile: stay there
    if (id !== null) desk.router.navigate('incidents', String(id));
    else afterDrawing(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  return (
    <>
      <BackLink />
      <h3>{w.form.title}</h3>
      <div class="columns">
        <form ref={form} class="panel" noValidate onSubmit={publish}>
          <fieldset class="kinds">
            <legend>{w.form.kind}</legend>
            {NOTICE_KINDS.map((kind) => (
              <label key={kind} class="choice">
                <input
                  type="radio"
                  name="kind"
                  checked={model.draft.value.kind === kind}
                  aria-disabled={model.isBusy.value}
                  onClick={(event) => model.isBusy.value && event.preventDefault()}
                  onChange={() => model.type({ kind })}
                />
                <span>
                  {w.kinds[kind]} <span class="muted">– {w.kindHints[kind]}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <FormField model={model} name="title" label={w.form.name} most={120} />
          <FormField model={model} name="text" label={w.form.text} most={1000} isLong />
          <fieldset>
            <legend>{w.form.versions}</legend>
            <div class="pair">
              <FormField
                model={model}
                name="fromVersion"
                label={w.form.fromVersion}
                most={30}
                hint={w.form.versionsHint}
              />
              <FormField model={model} name="toVersion" label={w.form.toVersion} most={30} />
            </div>
          </fieldset>
          <div class="pair">
            <FormField model={model} name="since" label={w.form.since} isMoment hint={w.form.sinceHint} />
            <FormField model={model} name="until" label={w.form.until} isMoment hint={w.form.untilHint} />
          </div>
          <fieldset class="fields">
            <legend>{w.form.english}</legend>
            <p class="muted">{w.form.englishMore}</p>
            <FormField model={model} name="englishTitle" label={w.form.englishName} most={120} />
            <FormField model={model} name="englishText" label={w.form.englishText} most={1000} isLong />
          </fieldset>
          <div role="alert">{failure && <p class="notice warn">{label(w.failures, failure, w.refused)}</p>}</div>
          <div class="row">
            <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
              {model.isBusy.value ? w.form.publishing : w.form.publish}
            </button>
            <button type="button" class="plain" aria-disabled={model.isBusy.value} onClick={model.discard}>
              {w.form.discard}
            </button>
          </div>
        </form>
        <Preview draft={model.draft.value} now={desk.now.value} />
      </div>
    </>
  );
}
