import { createFormatters } from 'channel-formatters';
import {
  type GrafanaDashboard,
  type GrafanaForm,
  GrafanaMetricsFormatter,
  type GrafanaPayload,
  type GrafanaResource,
} from 'channel-formatters/grafana';
import { expectTypeOf, it } from 'vitest';

const { grafana } = createFormatters({ tenantId: 'label_42' });
const batch = { metrics: [] };

it('has all members of a payload by default', () => {
  expectTypeOf(grafana.format(batch).payload).toEqualTypeOf<GrafanaPayload>();
  expectTypeOf(grafana.format(batch, { locale: 'en' }).payload.resource).toEqualTypeOf<GrafanaResource>();
});

it('has the members of the forms that a call asks for, and no others', () => {
  const { payload } = grafana.format(batch, { forms: ['classic'] });
  expectTypeOf(payload.dashboard).toEqualTypeOf<GrafanaDashboard>();
  // @ts-expect-error not asked for
  payload.resource;
  const result = grafana.tryFormat(batch, { forms: ['v2'] });
  // @ts-expect-error not asked for
  if (result.ok) result.value.payload.dashboard;
  // @ts-expect-error no such form
  grafana.format(batch, { forms: ['clasic'] });
});

it('may have any member where the forms are known at run time only', () => {
  const forms: GrafanaForm[] = ['classic'];
  expectTypeOf(grafana.format(batch, { forms }).payload.resource).toEqualTypeOf<GrafanaResource | undefined>();
  const form = forms[0] as 'classic' | 'v2';
  // @ts-expect-error it may be the other one
  grafana.format(batch, { forms: [form] }).payload.dashboard;
});

it('has the members of the forms of the tenant where they are named', () => {
  const classic = new GrafanaMetricsFormatter<['classic']>({
    tenantId: 'a',
    channels: { grafana: { forms: ['classic'] } },
  });
  expectTypeOf(classic.format(batch).payload.dashboard).toEqualTypeOf<GrafanaDashboard>();
  // @ts-expect-error not settled
  classic.format(batch).payload.resource;
});
