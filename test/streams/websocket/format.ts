/** One formatter of WebSocket messages, as tests need it. */

import { WebSocketMessageFormatter, type WebSocketTenantOptions } from '../../../src/formatters/websocket.js';
import { en } from '../../../src/generated/locales/en.js';
import type { TenantConfig } from '../../../src/tenant/config.js';

export function createWebSocket(
  websocket: WebSocketTenantOptions = {},
  config: Partial<TenantConfig> = {},
): WebSocketMessageFormatter {
  return new WebSocketMessageFormatter({ tenantId: 'label_42', locales: [en], channels: { websocket }, ...config });
}

export const played = { source: '/ledger', type: 'track.played', data: { plays: 3 } } as const;
