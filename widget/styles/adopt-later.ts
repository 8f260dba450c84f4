import { adoptStyles } from './adopt-styles.ts';
import css from './later.css?inline';

/** A `ref` for what is shown after the first chunk: brings the styles that only such views need. */
export const adoptLater = adoptStyles(css);
