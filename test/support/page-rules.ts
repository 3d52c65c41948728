/** What html-validate looks at in a page: the recommended rules, but for those of a taste in writing source. */
import type { ConfigData } from 'html-validate';

export const pageRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // Titles are as long as what people write.
    'long-title': 'off',
    // A line of code may end with a space.
    'no-trailing-whitespace': 'off',
    // Numbers in texts are for reading; none is written to be called.
    'tel-non-breaking': 'off',
  },
};
