/** Servers and tools that metrics are handed to, started by hand on loopback. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const packages = 'prometheus prometheus-pushgateway influxdb victoria-metrics python3-prometheus-client';

const exists = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Whether all programs are there; with `REQUIRE_CONSUMERS` a missing one is an error. */
export function haveConsumers(...commands: readonly string[]): boolean {
  const missing = commands.filter((command) => !exists(command));
  if (missing.length === 0) return true;
  const message = `${missing.join(', ')} not installed: apt-get install --no-install-recommends ${packages}`;
  if (process.env['REQUIRE_CONSUMERS'] !== undefined) throw new Error(message);
  console.warn(`Skipped, ${message}`);
  return false;
}

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export type Service = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts a server and waits until it answers. */
export async function startService(
  command: string,
  args: readonly string[],
  url: string,
  path: string,
  env: Record<string, string> = {},
): Promise<Service> {
  const child: ChildProcess = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(url + path).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return { url, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${command} did not start`);
}

/** Runs a tool with a text as its input. */
export function runTool(
  command: string,
  args: readonly string[],
  input = '',
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { status, output: stdout + stderr };
}
