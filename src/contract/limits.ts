/** Longest texts, in UTF-16 code units, as `maxlength` counts. */
export const LIMITS = {
  installUrl: 2000,
  subject: 200,
  description: 20_000,
  email: 254,
  phone: 40,
  name: 100,
  diagnostics: 16_000,
} as const;
