import { existsSync } from 'node:fs';
import Redis from 'ioredis';
import { redisServer } from './redis';

test('a Redis as in production, one for each call, gone after stop', async () => {
  const [one, other] = await Promise.all([redisServer(), redisServer()]);
  expect(one.url).not.toBe(other.url);
  const redis = new Redis(one.url);
  expect(await redis.ping()).toBe('PONG');
  const info = await redis.info();
  expect(info).toMatch(/^redis_version:\d+\./m);
  expect(info).toMatch(/^aof_enabled:1\r?$/m);
  expect(info).toMatch(/^maxmemory_policy:noeviction\r?$/m);
  const [, dir] = (await redis.config('GET', 'dir')) as string[];
  expect(existsSync(dir ?? '')).toBe(true);
  await redis.quit();
  await Promise.all([one.stop(), other.stop()]);
  expect(existsSync(dir ?? '')).toBe(false);
}, 300_000);
