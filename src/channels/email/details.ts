/** The file that holds what a mail has no room for. */
import { fitText } from '../../kernel/fit.js';
import { cleanLine } from '../../sanitize/text.js';
import type { EmailContext } from './context.js';
import { emailLimits } from './limits.js';
import type { EmailAttachment } from './payload.js';

/** Path separators, and what Windows refuses in names or takes for a device, a stream or a wildcard. */
const unsafeInNames = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Z}]+/gu;
const edges = /^[._]+|[._]+$/g;

/** Makes a file name of a text in any script: nothing in it leads elsewhere, hides the extension or ends a header. */
export function safeFileName(text: string, extension: string): string {
  const name = cleanLine(text).replace(unsafeInNames, '_').replace(edges, '');
  const { text: stem } = fitText(name, emailLimits.fileName.max - extension.length - 1, { marker: '' });
  return `${stem === '' ? 'file' : stem}.${extension}`;
}

/** Makes the attached file of the whole text. */
export function detailsFile({ localizer }: EmailContext, text: string): EmailAttachment {
  return {
    filename: safeFileName(localizer.t('email.detailsName'), 'txt'),
    content: text,
    contentType: 'text/plain; charset=utf-8',
    contentDisposition: 'attachment',
  };
}
