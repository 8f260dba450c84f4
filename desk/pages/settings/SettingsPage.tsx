import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import { HoursFields } from './HoursFields.tsx';
import { SecondFactorField } from './SecondFactorField.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SignatureField } from './SignatureField.tsx';
import { createSettingsClient } from './settings-client.ts';
import { GROUPS, SettingsModel } from './settings-model.ts';

/** The vendor's settings: admins change them, agents see them and their history. */
export function SettingsPage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => new SettingsModel(createSettingsClient(http)));
  useEffect(() => void model.refresh(), []);
  const replies = model.saving.value.replies;
  useEffect(() => {
    // The signature comes with the ready texts: the next reply has the one that was saved.
    if (replies === 'saved') void desk.readMacros();
  }, [replies]);
  const w = words.value.settings;
  const isAdmin = desk.me.value.role === 'admin';
  if (model.state.value !== 'shown') {
    return (
      <div role="status">
        {model.state.value === 'loading' ? words.value.loading : <NotLoaded text={w.notLoaded} again={model.refresh} />}
      </div>
    );
  }
  const shared = { model, isAdmin };
  return (
    <>
      <p class="muted">{w.lead}</p>
      {!isAdmin && <p class="notice">{w.readOnly}</p>}
      <div class="columns">
        <SettingsForm {...shared} group="hours" title={w.hours} more={w.hoursMore}>
          <HoursFields {...shared} />
        </SettingsForm>
        <div class="fields">
          <SettingsForm {...shared} group="contacts" title={w.contacts}>
            {GROUPS.contacts.map((name) => (
              <SettingField key={name} {...shared} group="contacts" name={name} />
            ))}
          </SettingsForm>
          <SettingsForm {...shared} group="version" title={w.version} more={w.versionMore}>
            <SettingField {...shared} group="version" name="current-version" />
          </SettingsForm>
          <SettingsForm {...shared} group="access" title={w.access} more={w.accessMore}>
            <SecondFactorField {...shared} />
          </SettingsForm>
          <SettingsForm {...shared} group="replies" title={w.replies}>
            <SignatureField {...shared} />
          </SettingsForm>
        </div>
      </div>
      <HistoryPanel history={model.history} />
    </>
  );
}
