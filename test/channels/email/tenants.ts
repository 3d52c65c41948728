import type { EmailTenantOptions } from '../../../src/formatters/email.js';
import { createFormatters, type EmailAlertFormatter, type TenantConfig } from '../../../src/index.js';

/** A tenant with settings of its own. */
export const createEmail = (
  channel: EmailTenantOptions = {},
  config: Partial<TenantConfig> = {},
): EmailAlertFormatter => createFormatters({ tenantId: 'label_42', channels: { email: channel }, ...config }).email;

/** The smallest picture there is: one transparent pixel. */
export const png: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
