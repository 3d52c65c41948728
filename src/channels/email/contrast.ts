/** Whether a colour can be read in a mail. */
import { contrastOf, minContrast } from '../../document/contrast.js';
import { colors } from './tokens.js';

/** Tells whether a colour can be read on the card, and the ink of buttons on it. */
export function isLegible(color: string): boolean {
  return contrastOf(color, colors.card) >= minContrast && contrastOf(color, colors.onAccent) >= minContrast;
}
