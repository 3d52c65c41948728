import { expect, it } from 'vitest';
import { safeFileName } from '../../../src/channels/email/details.js';

it.each([
  ['التفاصيل', 'التفاصيل.txt'],
  ['../../etc/passwd', 'etc_passwd.txt'],
  ['C:\\temp\\a', 'C_temp_a.txt'],
  ['a\r\nContent-Type: text/html', 'a_Content-Type_text_html.txt'],
  ['invoice\u202etxt.exe', 'invoicetxt.exe.txt'],
  ['.hidden', 'hidden.txt'],
  ['a"b;c*?', 'a_b;c.txt'],
  ['', 'file.txt'],
  ['\0\u2028 ', 'file.txt'],
  ['詳細', '詳細.txt'],
])('makes a file name of %j', (text, name) => {
  expect(safeFileName(text, 'txt')).toBe(name);
});

it('cuts long names at a cluster and keeps the extension', () => {
  const name = safeFileName('👍🏽'.repeat(100), 'txt');
  expect(name.length).toBeLessThanOrEqual(100);
  expect(name).toMatch(/^(?:👍🏽)+\.txt$/u);
});
