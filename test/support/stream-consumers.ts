/** Brokers, sockets and readers of the conformance tests. All of them are on loopback, on ports that were free. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Says that a consumer which is absent is a failure, not a reason to skip. */
export const isRequired: boolean = process.env['REQUIRE_CONSUMERS'] === '1';

const isInstalled = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v "${program}"`], { env: { ...process.env, PATH: programPath } }).status === 0;

/** Debian puts servers into `sbin`, which is not on everybody's path. */
const programPath = `${process.env['PATH'] ?? ''}:/usr/sbin`;

export const hasMosquitto: boolean = isInstalled('mosquitto') && isInstalled('mosquitto_sub');
export const hasKcat: boolean = isInstalled('kcat');

/** Returns a port that nobody listens to. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries until it works, for a few seconds. */
export async function eventually<T>(what: string, attempt: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const value = await attempt();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

export type Program = { readonly child: ChildProcess; readonly output: () => string; stop(): Promise<void> };

/** Starts a program and keeps what it prints. */
export function start(command: string, args: readonly string[]): Program {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, PATH: programPath } });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    printed += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    output: () => printed,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const answers = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });

export type Broker = { readonly port: number; stop(): Promise<void> };

/** Starts Mosquitto, which keeps nothing. */
export async function startMosquitto(): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), 'mosquitto-'));
  const port = await freePort();
  const config = join(folder, 'mosquitto.conf');
  writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\n`);
  const program = start('mosquitto', ['-c', config]);
  await eventually('mosquitto', () => answers(port));
  const stop = async (): Promise<void> => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, stop };
}

/** Starts the broker that is inside of librdkafka: it lives as long as its producer waits for input. */
export async function startKafka(): Promise<Broker> {
  const options = ['-X', 'test.mock.num.brokers=1', '-d', 'mock'];
  const program = start('kcat', ['-P', '-b', 'x', '-t', 'boot', ...options]);
  const port = await eventually('the broker', () => {
    const found = /bootstrap\.servers=127\.0\.0\.1:(\d+)/.exec(program.output())?.[1];
    return found === undefined ? undefined : Number(found);
  });
  return { port, stop: program.stop };
}
