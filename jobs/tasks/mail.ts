import path from 'node:path';
import { readContacts } from '../../config/contacts';
import { mostReportsADay, settleMinutes } from '../../config/mail';
import type { Catalogue } from '../../schemas/catalogue';
import { gsoCode, type ProvinceId } from '../../schemas/codes';
import type { Payload } from '../../schemas/jobs';
import type { Contact } from '../../schemas/mail';
import { domainOf } from '../../sinks/mail/message';
import { address, deliverNext, type Only, type Outcome, type Outgoing } from '../../sinks/mail/outbox';
import { filePost, type Post, smtpPost } from '../../sinks/mail/send';
import { keepWritten, setCrowdsAside, unaddressed, type Wanted, wantedLetters } from '../../sinks/mail/wanted';
import { comparisonsDue } from '../../sinks/warehouse/against';
import { waitingReceipts } from '../../sinks/warehouse/receipts';
import { writeOut } from '../commands/out';
import type { Context } from '../context';
import { writeLetter } from '../letters';

export type MailContext = Pick<Context, 'warehouse' | 'log' | 'home' | 'smtpUrl' | 'mailFrom' | 'now'>;

/** A mail that was tried, and what came of it. */
export type Tried = Outcome & { readonly mail: Outgoing };

/** Writes the letters that are wanted, puts the addresses on them, and sends what is due; a server that is away is left alone. */
export async function mailTask(_: Payload<'mail'>, context: MailContext): Promise<void> {
  const everything = { period: null, province: null };
  const aside = await setCrowdsAside(context.warehouse.pool, mostReportsADay, context.now());
  if (aside > 0) context.log.warn({ letters: aside }, 'more letters than anybody reads: set aside, see mail --period');
  const { contacts } = readContacts(context.home);
  // Letters wait unwritten for a recipient: years of files may be taken in before anybody is to be written to.
  const reached = ({ province }: Wanted) =>
    province === null || recipientsOf(province, contacts, context.warehouse.catalogue).length > 0;
  if (contacts.length > 0) await writeWanted(context, everything, await isSettled(context), reached);
  await addressWritten(context, everything);
  const tried = await sendDue(context, everything);
  const bad = tried.filter(({ kind }) => kind !== 'sent');
  if (tried.length > 0) context.log.info({ sent: tried.length - bad.length, not: bad.length }, 'mails sent');
}

/** Writes the letters that are wanted; verdicts where nothing that they wait for is under way, or it takes too long. */
export async function writeWanted(
  { warehouse, log, now }: MailContext,
  only: Only,
  settled: boolean,
  reached: (wanted: Wanted) => boolean = () => true,
): Promise<void> {
  for (const wanted of (await wantedLetters(warehouse.pool, only, now())).filter(reached)) {
    const waited = now().getTime() - wanted.wanted_at.getTime();
    if (wanted.kind === 'verdict' && !settled && waited < settleMinutes * 60_000) continue;
    try {
      await keepWritten(warehouse.pool, wanted.letter, await writeLetter(wanted, warehouse), now());
    } catch (error) {
      // One letter that cannot be written holds no other one up; it is tried again with the next ones.
      log.error({ letter: wanted.letter, error: String(error) }, 'letter could not be written');
    }
  }
}

async function isSettled({ warehouse: { pool } }: MailContext): Promise<boolean> {
  return (await waitingReceipts(pool)).length === 0 && (await comparisonsDue(pool)).length === 0;
}

/** Puts the addresses of contacts.csv on letters that have none yet. Returns what is wrong in that file. */
export async function addressWritten(
  { warehouse, log, home, mailFrom, now }: MailContext,
  only: Only,
): Promise<readonly string[]> {
  const { contacts, faults } = readContacts(home);
  for (const fault of faults) log.warn({ fault }, 'a contact was left out');
  for (const { letter, province } of await unaddressed(warehouse.pool, only, now())) {
    const recipients = recipientsOf(province, contacts, warehouse.catalogue);
    if (recipients.length > 0) await address(warehouse.pool, letter, recipients, domainOf(mailFrom), now());
  }
  return faults;
}

/** The contacts of that province's code; where there are none, those of the province that it went into. */
export function recipientsOf(
  province: ProvinceId,
  contacts: readonly Contact[],
  { provinces }: Pick<Catalogue, 'provinces'>,
): Contact[] {
  const own = contacts.filter((contact) => contact.gsoCode === gsoCode(province));
  const successor = provinces.get(province)?.successor ?? null;
  return own.length > 0 || successor === null ? own : contacts.filter((each) => each.gsoCode === gsoCode(successor));
}

/** Sends what is due, one mail after the other, as long as somebody takes them. */
export async function sendDue(context: MailContext, only: Only): Promise<Tried[]> {
  const post = postOf(context);
  const tried: Tried[] = [];
  try {
    for (;;) {
      const one = await deliverNext(context.warehouse.pool, only, context.now, post.deliver);
      if (one !== null) tried.push(one);
      if (one === null || one.unreachable) return tried;
    }
  } finally {
    post.close();
  }
}

function postOf({ home, smtpUrl, mailFrom }: MailContext): Post {
  if (smtpUrl !== null) return smtpPost(smtpUrl, mailFrom);
  return filePost(path.join(home, 'mail'), mailFrom, writeOut);
}
