import { createTransport } from 'nodemailer';
import type { Letter } from '../../schemas/mail';
import { oneLine } from '../../schemas/text';
import { letterHtml } from './html';
import { messageOf } from './message';
import type { Outgoing } from './outbox';
import { letterText } from './text';

/** A letter as its recipient reads it: plain text with the subject above it, or the page. */
export function letterAs(format: 'text' | 'html', letter: Letter): string {
  return format === 'html' ? letterHtml(letter) : `${oneLine(letter.subject)}\n\n${letterText(letter)}`;
}

/** A mail to the byte as a server gets it. */
export async function emlOf(
  mail: Outgoing,
  from: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const message = messageOf(mail, from);
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message: content } = await transport.sendMail({
    ...message,
    headers: { ...(message.headers as Record<string, string>), ...headers },
  });
  return content as Buffer;
}
