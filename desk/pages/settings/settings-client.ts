import {
  announceDeskVersion,
  changeDeskSettings,
  type DeskSettings,
  readDeskSettings,
  readSettingsHistory,
  type SettingsHistory,
} from '../../../src/contract/desk/settings.ts';
import type { Setting } from '../../../src/contract/shops/settings.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** A change of a setting; `from` is the value that the page showed. */
export interface SettingChange {
  name: Setting;
  from: string | null;
  to: string | null;
}

/** Requests of the page of settings. */
export interface SettingsClient {
  read: () => Promise<DeskAnswer<DeskSettings>>;
  /** all changes or none */
  change: (changes: readonly SettingChange[]) => Promise<DeskAnswer<null>>;
  announce: (version: string, from: string | null) => Promise<DeskAnswer<null>>;
  history: (cursor: string | null) => Promise<DeskAnswer<SettingsHistory>>;
}

export function createSettingsClient({ call }: DeskHttp): SettingsClient {
  return {
    read: () => call(readDeskSettings),
    change: (changes) => call(changeDeskSettings, { json: { changes } }),
    announce: (version, from) => call(announceDeskVersion, { json: { version, from } }),
    history: (cursor) => call(readSettingsHistory, { query: { cursor } }),
  };
}
