/** An invalid setting; the message names the variable and what it should be, and never its value where that is secret. */
export class SettingError extends Error {
  override name = 'SettingError' as const;
}
