import { describe, expect, it } from 'vitest';
import { createFormatters as createBare } from '../../src/factory.js';
import { SlackAlertFormatter, slack } from '../../src/formatters/slack.js';
import { allCatalogs } from '../../src/generated/all-locales.js';
import { fr } from '../../src/generated/locales/fr.js';
import { createFormatters } from '../../src/index.js';
import { createTenantContext, TenantContext } from '../../src/tenant/context.js';

const tenant = { tenantId: 'label_42', locales: [fr], locale: 'fr' };
const alert = { severity: 'info', title: 'Up', source: 's', startedAt: 0 } as const;

/** A registry that counts how often each of its entries is made. */
function counting() {
  const made: string[] = [];
  const entry = (id: string) => ({
    create: (context: TenantContext) => {
      made.push(id);
      return { id, context };
    },
  });
  return { made, registry: { one: entry('one'), two: entry('two') } };
}

describe('createFormatters', () => {
  it('makes a formatter when it is first asked for, and keeps it', () => {
    const { made, registry } = counting();
    const formatters = createBare(tenant, registry);
    expect(made).toEqual([]);
    const { one } = formatters;
    expect(made).toEqual(['one']);
    expect(formatters.one).toBe(one);
    expect(formatters.create('one')).toBe(one);
    expect(made).toEqual(['one']);
    expect(formatters.create('two')).toBe(formatters.two);
    expect(made).toEqual(['one', 'two']);
  });

  it('gives all of them the same tenant', () => {
    const formatters = createBare(tenant, counting().registry);
    expect(formatters.tenant).toBeInstanceOf(TenantContext);
    expect(formatters.one.context).toBe(formatters.tenant);
    expect(formatters.two.context).toBe(formatters.tenant);
  });

  it('shares a context that it is given', () => {
    const context = createTenantContext(tenant);
    expect(createBare(context, { slack }).tenant).toBe(context);
    expect(createFormatters(context).tenant).toBe(context);
  });

  it('keeps tenants apart', () => {
    const [one, two] = [createFormatters({ tenantId: 'one', locale: 'fr' }), createFormatters({ tenantId: 'two' })];
    expect(one.slack).not.toBe(two.slack);
    expect(one.slack.format(alert).payload.text).toContain('Information');
    expect(two.slack.format(alert).payload.text).toContain('Info:');
    expect(one.slack.format(alert).payload.metadata?.event_payload.tenant_id).toBe('one');
    expect(two.slack.format(alert).payload.metadata?.event_payload.tenant_id).toBe('two');
  });

  it('lists its formatters, and what is there can be neither replaced nor added to', () => {
    const formatters = createBare(tenant, counting().registry);
    expect(Object.keys(formatters).sort()).toEqual(['create', 'one', 'tenant', 'two']);
    expect(() => Object.assign(formatters, { one: 5 })).toThrowError(TypeError);
    expect(() => Object.assign(formatters, { three: 5 })).toThrowError(TypeError);
  });

  it('takes an empty registry', () => {
    expect(Object.keys(createBare(tenant, {})).sort()).toEqual(['create', 'tenant']);
  });

  it('checks the tenant at once', () => {
    expect(() => createBare({ tenantId: '' }, {})).toThrowError(
      expect.objectContaining({ code: 'ERR_CONFIG_INVALID' }),
    );
  });

  it.each<[string, string]>([
    ['slak', 'unknown formatter `slak`, did you mean `slack`?'],
    ['Slack', 'unknown formatter `Slack`, did you mean `slack`?'],
    ['pagerduty', 'unknown formatter `pagerduty`'],
    ['', 'unknown formatter ``'],
    ['constructor', 'unknown formatter `constructor`'],
    ['__proto__', 'unknown formatter `__proto__`'],
    ['toString', 'unknown formatter `toString`'],
  ])('knows no formatter `%s`', (id, message) => {
    const formatters = createBare(tenant, { slack });
    expect(() => formatters.create(id as 'slack')).toThrowError(
      expect.objectContaining({ code: 'ERR_CONFIG_INVALID', issues: [expect.objectContaining({ path: id, message })] }),
    );
  });

  it.each(['create', 'tenant'])('lets no formatter be called `%s`', (id) => {
    expect(() => createBare(tenant, { [id]: slack })).toThrowError(
      expect.objectContaining({
        code: 'ERR_CONFIG_INVALID',
        issues: [{ path: id, message: `\`${id}\` is no name for a formatter`, expected: 'another name' }],
      }),
    );
  });

  it('tries again where making one failed', () => {
    let failures = 1;
    const shaky = {
      create: () => {
        if (failures-- > 0) throw new Error('not yet');
        return 'made';
      },
    };
    const formatters = createBare(tenant, { shaky });
    expect(() => formatters.shaky).toThrowError('not yet');
    expect(formatters.shaky).toBe('made');
  });
});

describe('the root of the package', () => {
  it('brings all languages, a Markdown parser and a message parser', () => {
    const formatters = createFormatters({ tenantId: 't', messages: { fr: { 'alert.source': 'Origine' } } });
    expect(formatters.tenant.config.locales).toEqual(allCatalogs);
    const french = formatters.slack.format({ ...alert, description: { markdown: '**a**' } }, { locale: 'fr' });
    expect(JSON.stringify(french.payload)).toContain('Origine');
    expect(JSON.stringify(french.payload)).toContain('{"type":"text","text":"a","style":{"bold":true}}');
  });

  it('lets a tenant bring its own', () => {
    const markdown = () => [{ type: 'divider' as const }];
    const formatters = createFormatters({ tenantId: 't', locales: [fr], markdown });
    expect(formatters.tenant.config.locales).toEqual([fr]);
    expect(formatters.tenant.config.markdown).toBe(markdown);
    expect(formatters.slack.format(alert).payload.text).toContain('Information');
  });

  it('makes the same messages as the bare factory and the class', () => {
    const viaRoot = createFormatters({ tenantId: 'label_42', locale: 'fr' }).slack.format(alert);
    expect(createBare(tenant, { slack }).slack.format(alert)).toEqual(viaRoot);
    expect(new SlackAlertFormatter(tenant).format(alert)).toEqual(viaRoot);
    expect(new SlackAlertFormatter(createTenantContext(tenant)).format(alert)).toEqual(viaRoot);
  });
});
