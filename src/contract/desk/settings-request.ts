import * as z from 'zod/mini';
import { VERSION } from '../shapes.ts';
import { SETTINGS } from '../shops/settings.ts';

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
