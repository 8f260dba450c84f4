import * as z from 'zod/mini';
import type { SettingsEvent } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { VERSION } from '../shapes.ts';
import { SETTINGS, type Setting } from '../shops/settings.ts';

const who = z.object({ id: z.string(), name: z.nullable(z.string()) });

/** `GET /api/desk/settings`: the vendor's settings, and who changed them last. */
export const readDeskSettings = {
  method: 'GET',
  path: '/api/desk/settings',
  answer: z.object({
    settings: z.array(
      z.object({
        name: openEnum<Setting>(),
        value: z.nullable(z.string()),
        /** null while it has the environment's value */
        changed: z.nullable(z.object({ at: z.string(), by: who })),
      }),
    ),
    /** the shop program's current version; null before the first was announced */
    currentVersion: z.nullable(z.string()),
  }),
};

export type DeskSettings = z.infer<typeof readDeskSettings.answer>;

/** `POST /api/desk/settings`, for admins: all changes or none. 409 `conflict` when one of them was changed meanwhile. */
export const changeDeskSettings = { method: 'POST', path: '/api/desk/settings' };

/**
 * `POST /api/desk/version`, for admins: makes a version the current one. 409 `conflict` when another one was announced
 * meanwhile.
 */
export const announceDeskVersion = { method: 'POST', path: '/api/desk/version' };

/**
 * `GET /api/desk/settings/history?cursor=`: the changes of settings, version and macros, the newest first, fifty a
 * page.
 */
export const readSettingsHistory = {
  method: 'GET',
  path: '/api/desk/settings/history',
  answer: z.object({
    entries: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        by: who,
        action: openEnum<SettingsEvent>(),
        /** the setting, or the current title of the macro; null where the action has no subject */
        subject: z.nullable(z.string()),
        from: z.nullable(z.string()),
        to: z.nullable(z.string()),
      }),
    ),
    next: z.nullable(z.string()),
  }),
};

export type SettingsHistory = z.infer<typeof readSettingsHistory.answer>;

const value = z.nullable(z.string().check(z.maxLength(2000)));

/** The body of `POST /api/desk/settings`; `from` is the value when the change was begun. */
export const ChangeSettingsRequest = z.strictObject({
  changes: z.array(z.strictObject({ name: z.enum(SETTINGS), from: value, to: value })).check(
    z.minLength(1),
    z.maxLength(SETTINGS.length),
    // With a duplicate, the audit trail would name the same previous value for both changes.
    z.refine((changes) => new Set(changes.map(({ name }) => name)).size === changes.length, 'not-allowed'),
  ),
});

const version = z.string().check(z.regex(VERSION));

/** The body of `POST /api/desk/version`. */
export const AnnounceVersionRequest = z.strictObject({ version, from: z.nullable(version) });
