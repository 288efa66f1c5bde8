import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { longestDelivery } from '../../config/mail';
import { gsoCode } from '../../schemas/codes';
import { oneLine } from '../../schemas/text';
import { messageOf } from './message';
import type { Outcome, Outgoing } from './outbox';
import { emlOf } from './shown';

/** Where mails go: to a server, or into files. */
export interface Post {
  deliver(mail: Outgoing): Promise<Outcome>;
  close(): void;
}

/** A mail server. A mail that was not taken for certain is never repeated here: when that is done is the outbox's to say. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    deliver: async (mail) => {
      try {
        const message = { ...messageOf(mail, from), signal: AbortSignal.timeout(longestDelivery * 1000) };
        const { response } = await transport.sendMail(message);
        return { kind: 'sent', answer: oneLine(response ?? '') };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** What failed for this mail alone, and what would fail for all: no connection, no login, a server that shuts down. */
function outcomeOf({ code, responseCode, message }: SmtpError): Outcome {
  const answer = oneLine(message);
  const own = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (own && responseCode !== undefined && responseCode >= 500) return { kind: 'refused', answer };
  return { kind: 'later', answer, unreachable: !own || responseCode === undefined || responseCode === 421 };
}

/** No server: each mail becomes a file that a mail program opens, ready to be sent by hand. */
export function filePost(folder: string, from: string, write: (file: string, content: Buffer) => Promise<void>): Post {
  return {
    deliver: async (mail) => {
      const name = `${mail.period.replace('..', '-')}_${gsoCode(mail.province)}_${mail.kind}_${mail.mail}.eml`;
      try {
        await mkdir(folder, { recursive: true });
        await write(path.join(folder, name), await emlOf(mail, from, { 'X-Unsent': '1' }));
        return { kind: 'sent', answer: path.join(path.basename(folder), name) };
      } catch (error) {
        return { kind: 'later', answer: oneLine(String(error)), unreachable: true };
      }
    },
    close: () => {},
  };
}
