import path from 'node:path';
import { debugging, readSettings, SettingError } from '../../config/settings';

const cwd = path.resolve('/làm việc');
const refusalOf = (name: string, value: string): string => {
  try {
    readSettings({ [name]: value }, cwd);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return 'accepted';
};

test('every variable has a default', () => {
  expect(readSettings({}, cwd)).toEqual({
    home: path.join(cwd, '.tonghop'),
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'tonghop@localhost',
    port: 0,
    schema: 'tonghop',
  });
  expect(readSettings({ DATABASE_URL: '', REDIS_URL: ' ', TONGHOP_PORT: '', TONGHOP_HOME: '' }, cwd)).toEqual(
    readSettings({}, cwd),
  );
});

test('every variable is taken as it is set', () => {
  const env = {
    DATABASE_URL: 'postgres://tonghop:bí-mật@db:5432/tonghop',
    REDIS_URL: 'rediss://cache:6380',
    SMTP_URL: 'smtps://u:p@mail:465',
    MAIL_FROM: 'Liên minh <tonghop@vca.org.vn>',
    TONGHOP_HOME: 'nhà',
    TONGHOP_PORT: '8080',
    TONGHOP_SCHEMA: 'thu_nghiem',
  };
  expect(readSettings(env, cwd)).toEqual({
    home: path.join(cwd, 'nhà'),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    port: 8080,
    schema: 'thu_nghiem',
  });
  expect(readSettings({ TONGHOP_HOME: '/srv/tonghop' }, cwd).home).toBe('/srv/tonghop');
  expect([debugging({}), debugging({ TONGHOP_DEBUG: '' }), debugging({ TONGHOP_DEBUG: '1' })]).toEqual([
    false,
    false,
    true,
  ]);
});

test.each([
  ['DATABASE_URL', 'mysql://db/tonghop', 'postgres://user:password@host:5432/database'],
  ['DATABASE_URL', 'localhost', 'postgres://user:password@host:5432/database'],
  ['REDIS_URL', 'http://cache', 'redis://host:6379'],
  ['SMTP_URL', 'mail.vca.org.vn', 'smtp://user:password@host:587'],
  ['MAIL_FROM', 'tonghop', 'tonghop@vca.org.vn'],
  ['TONGHOP_PORT', '65536', 'a port from 0 (any free one) to 65535'],
  ['TONGHOP_PORT', 'tám mươi', 'a port from 0 (any free one) to 65535'],
  ['TONGHOP_PORT', '80.5', 'a port from 0 (any free one) to 65535'],
  ['TONGHOP_SCHEMA', 'x"; drop', 'a plain lower-case name, like tonghop'],
])('%s=%s is refused by its name, the value and what would be right', (name, value, right) => {
  expect(refusalOf(name, value)).toContain(`${name}=${value} is wrong`);
  expect(refusalOf(name, value)).toContain(right);
});

test.each([
  'mysql://tonghop:BiMat@db/tonghop',
  'mysql://tonghop:Bi@Mat@db/tonghop',
  'mysql://:BiMat@db',
  'tonghop:BiMat@db:5432/tonghop',
  'postgres://tonghop:Bi/Mat@db:x/tonghop',
  'mysql://db/tonghop?user=tonghop&password=BiMat',
])('a refusal of %s does not show the password', (value) => {
  const said = refusalOf('DATABASE_URL', value);
  expect(said).toMatch(/^DATABASE_URL=.*\*\*\*.* is wrong/);
  expect(said).not.toMatch(/Bi|Mat/);
});
