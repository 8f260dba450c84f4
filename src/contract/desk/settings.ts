import * as z from 'zod/mini';

const who = z.object({ id: z.string(), name: z.nullable(z.string()) });

/** `GET /api/desk/settings`: what the vendor sets for itself, and who last did. */
export const readDeskSettings = {
  method: 'GET',
  path: '/api/desk/settings',
  answer: z.object({
    settings: z.array(
      z.object({
        /** one of `SETTINGS` */
        name: z.string(),
        value: z.nullable(z.string()),
        /** null while it stands as the environment has it */
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

/** `POST /api/desk/version`, for admins: makes a version the current one. 409 `conflict` when another one is by now. */
export const announceDeskVersion = { method: 'POST', path: '/api/desk/version' };

/** `GET /api/desk/settings/history?cursor=`: who changed settings, version and texts, the newest first, fifty a page. */
export const readSettingsHistory = {
  method: 'GET',
  path: '/api/desk/settings/history',
  answer: z.object({
    entries: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        by: who,
        /** `settings.changed`, `version.announced`, `macro.added`, … */
        action: z.string(),
        /** which setting, or the title of the text as it is now; null where the action says it all */
        subject: z.nullable(z.string()),
        from: z.nullable(z.string()),
        to: z.nullable(z.string()),
      }),
    ),
    next: z.nullable(z.string()),
  }),
};

export type SettingsHistory = z.infer<typeof readSettingsHistory.answer>;
