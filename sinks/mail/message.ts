import type { SendMailOptions } from 'nodemailer';
import { oneLine } from '../../schemas/text';
import { letterHtml } from './html';
import type { Outgoing } from './outbox';
import { letterText } from './text';

/** A mail with all its parts; nodemailer encodes what stands in its headers. Every delivery of one mail is the same. */
export function messageOf(mail: Outgoing, from: string): SendMailOptions {
  const { content, attachment } = mail;
  return {
    from,
    to: { name: oneLine(mail.name), address: mail.email },
    subject: oneLine(content.subject),
    messageId: mail.message_id,
    date: mail.queued_at,
    text: letterText(content),
    html: letterHtml(content),
    // Programs that answer for somebody who is away do not answer this.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments:
      attachment === null || content.attached === null
        ? []
        : [{ filename: oneLine(content.attached), content: attachment }],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The domain of an address, also where a name stands before it: what Message-IDs are made with. */
export function domainOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost';
}
