/** What PagerDuty's client sends of our payloads, told by a server on the loopback interface. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatters, type PagerDutyPayload } from '../../src/index.js';
import { cases, locales, tenants } from '../golden/cases.js';
import { pagerDutyProblems } from '../support/pagerduty-rules.js';

const isRequired = process.env['REQUIRE_CONSUMERS'] === '1';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const client = fileURLToPath(new URL('../support/pagerduty-client.mjs', import.meta.url));
const routingKey = 'e0000000000000000000000000000001';

type Received = { readonly method: string | undefined; readonly url: string | undefined; readonly body: string };
type Sent = { readonly type?: 'change'; readonly data: PagerDutyPayload };

let folder = '';
let server: Server | undefined;
const received: Received[] = [];

/** Makes a certificate for this host name and nothing else, which lasts as long as the test. */
function makeCertificate(): void {
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (status !== 0) throw new Error(String(stderr));
}

function send(events: readonly Sent[]): Promise<number[]> {
  if (server === undefined) throw new Error('there is no server');
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [client, `localhost:${port}`], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(stdout)) : reject(new Error(stderr))));
    child.stdin.end(JSON.stringify(events));
  });
}

beforeAll(async () => {
  if (!hasOpenssl && !isRequired) return;
  folder = mkdtempSync(join(tmpdir(), 'channel-formatters-'));
  makeCertificate();
  const options = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  server = createServer(options, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() });
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"success"}');
    });
  });
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve);
  });
});

afterAll(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  if (folder !== '') rmSync(folder, { recursive: true });
});

describe("PagerDuty's client", { timeout: 60_000 }, () => {
  it.skipIf(!hasOpenssl && !isRequired)(
    'sends what the formatter made, whatever the event (apt-get install openssl)',
    async () => {
      const sent = locales.flatMap((locale) => {
        const { pagerduty } = createFormatters(tenants[locale]);
        return cases.flatMap(({ input }): Sent[] => {
          const given = input(locale);
          const events = ['trigger', 'acknowledge', 'resolve'] as const;
          const alerts = events.map((event) => ({ data: pagerduty.format(given, { event, routingKey }).payload }));
          return [
            ...alerts,
            { type: 'change', data: pagerduty.format(given, { event: 'change', routingKey }).payload },
          ];
        });
      });
      received.length = 0;
      const answers = await send(sent);
      expect(answers).toEqual(sent.map(() => 202));
      expect(received).toHaveLength(sent.length);
      for (const [index, { type, data }] of sent.entries()) {
        const { method, url, body = '' } = received[index] ?? {};
        expect([method, url]).toEqual(['POST', type === 'change' ? '/v2/change/enqueue' : '/v2/enqueue']);
        expect(JSON.parse(body)).toEqual(data);
        expect(Buffer.byteLength(body)).toBe(Buffer.byteLength(JSON.stringify(data)));
        expect(pagerDutyProblems(JSON.parse(body))).toEqual([]);
      }
    },
  );

  it.skipIf(!hasOpenssl && !isRequired)(
    'sends an event of the largest size within it (apt-get install openssl)',
    async () => {
      const { pagerduty } = createFormatters({ tenantId: 'label_42' });
      const labels = Object.fromEntries(
        Array.from({ length: 900 }, (_value, index) => [`label ${index}`, '漢'.repeat(index)]),
      );
      const alert = { severity: 'error', title: 't', source: 's', startedAt: 0, labels } as const;
      const { payload, diagnostics } = pagerduty.format(alert, { event: 'trigger', routingKey });
      expect(diagnostics.map(({ code }) => code)).toContain('dropped');
      received.length = 0;
      await send([{ data: payload }]);
      const bytes = Buffer.byteLength(received[0]?.body ?? '');
      expect(bytes).toBeLessThanOrEqual(512_000);
      expect(bytes).toBeGreaterThan(490_000);
    },
  );
});
