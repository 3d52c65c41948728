import { expectTypeOf, it } from 'vitest';
import type { Html } from '../../src/generated/templates/template.js';
import { createRender } from '../../src/template/runtime.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { type NoticeContext, noticeTemplate } from '../template/golden/mail/notice.js';
import { type ShortContext, shortTemplate } from '../template/golden/sms/short.js';

const options = { localizer: makeLocalizer() };
const renderShort = createRender(shortTemplate);
const renderNotice = createRender(noticeTemplate);

it('renders HTML templates to trusted HTML and text templates to plain strings', () => {
  expectTypeOf(renderNotice).returns.toEqualTypeOf<Html>();
  expectTypeOf(renderShort).returns.toEqualTypeOf<string>();
  expectTypeOf(renderNotice).parameter(0).toEqualTypeOf<NoticeContext>();
});

it('needs every variable that is not optional', () => {
  expectTypeOf(renderShort).toBeCallableWith({ title: 'a' }, options);
  expectTypeOf<{ title: string; severity: 'error' }>().toExtend<ShortContext>();
  // @ts-expect-error the title is missing
  renderShort({}, options);
  // @ts-expect-error a title is text
  renderShort({ title: 5 }, options);
  // @ts-expect-error there is no such severity
  renderShort({ title: 'a', severity: 'fatal' }, options);
  // @ts-expect-error there is no such variable
  renderShort({ title: 'a', subtitle: 'b' }, options);
  // @ts-expect-error somebody has to be written for
  renderShort({ title: 'a' });
});

it('takes trusted HTML for what is inserted unescaped', () => {
  expectTypeOf<NoticeContext['body']>().toEqualTypeOf<Html>();
  expectTypeOf<string>().not.toExtend<Html>();
  expectTypeOf<Html>().toExtend<string>();
});

it('takes readonly and mutable lists', () => {
  expectTypeOf<{ label: string; value: string; notes: string[] }[]>().toExtend<NoticeContext['facts']>();
  expectTypeOf<NoticeContext['brand']>().toExtend<{ readonly home: string } | undefined>();
});
