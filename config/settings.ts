import path from 'node:path';
import { z } from 'zod';

/** A wrong setting: named, with what was given and what would be right. */
export class SettingError extends Error {}

export interface Settings {
  /** Absolute path of the home: data, inbox, mails. */
  readonly home: string;
  /** Unset: an embedded PostgreSQL with its data in the home. */
  readonly databaseUrl: string | null;
  /** Unset: the queues run on the same PostgreSQL. */
  readonly redisUrl: string | null;
  /** Unset: mails are written as .eml files into the home. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** 0: any free port. */
  readonly port: number;
  /** The schema of the warehouse in its database; the demonstration has one of its own, never beside real data. */
  readonly schema: string;
}

/** The one reader of the environment. Throws SettingError. */
export function readSettings(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Settings {
  const given = (name: string) => (env[name]?.trim() ? env[name].trim() : null);
  const checked = <T>(name: string, schema: z.ZodType<T>, right: string): T | null => {
    const value = given(name);
    if (value === null) return null;
    const result = schema.safeParse(value);
    if (!result.success) throw new SettingError(`${name}=${withoutPassword(value)} is wrong: it must be ${right}`);
    return result.data;
  };
  return {
    home: path.resolve(cwd, given('TONGHOP_HOME') ?? '.tonghop'),
    databaseUrl: checked(
      'DATABASE_URL',
      url('postgres', 'postgresql'),
      'like postgres://user:password@host:5432/database',
    ),
    redisUrl: checked('REDIS_URL', url('redis', 'rediss'), 'like redis://host:6379'),
    smtpUrl: checked('SMTP_URL', url('smtp', 'smtps'), 'like smtp://user:password@host:587'),
    mailFrom:
      checked('MAIL_FROM', z.string().regex(/^[^\r\n]*\S+@\S+[^\r\n]*$/), 'an address, like tonghop@vca.org.vn') ??
      'tonghop@localhost',
    port:
      checked('TONGHOP_PORT', z.coerce.number().int().min(0).max(65535), 'a port from 0 (any free one) to 65535') ?? 0,
    schema:
      checked('TONGHOP_SCHEMA', z.string().regex(/^[a-z_][a-z0-9_]{0,40}$/), 'a plain lower-case name, like tonghop') ??
      'tonghop',
  };
}

/** Whether faults of the program are shown with their stack. */
export function debugging(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.TONGHOP_DEBUG !== undefined && env.TONGHOP_DEBUG !== '';
}

function url(...protocols: string[]) {
  return z.string().refine((text) => {
    try {
      const { protocol, hostname } = new URL(text);
      return protocols.includes(protocol.slice(0, -1)) && hostname !== '';
    } catch {
      return false;
    }
  });
}

/** Whatever the text is, for it was refused: no scheme, an @ in the password, a password in the query. */
const withoutPassword = (text: string) =>
  text.replace(/^(.*?:\/\/)?([^:@/]*):.*@/s, '$1$2:***@').replace(/(password=)[^&]*/gi, '$1***');
