import { Redis } from 'ioredis';
import { SettingError } from '../config/settings';

/** Makes sure that REDIS_URL can be reached and forgets nothing by itself. Throws SettingError. */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let trouble = '';
  redis.on('error', (error: Error) => {
    trouble = error.message;
  });
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1] ?? 'noeviction';
    if (policy !== 'noeviction') {
      throw new SettingError(
        `REDIS_URL: its maxmemory-policy is ${policy}, under which jobs get lost: it must be noeviction`,
      );
    }
  } catch (error) {
    if (error instanceof SettingError) throw error;
    throw new SettingError(
      `REDIS_URL: the server cannot be reached (${trouble || (error as Error).message}): check host, port and password`,
    );
  } finally {
    redis.disconnect();
  }
}
