import fc from 'fast-check';
import type { Letter } from '../../../schemas/mail';
import { messageOf } from '../../../sinks/mail/message';
import type { Outgoing } from '../../../sinks/mail/outbox';
import { smtpPost } from '../../../sinks/mail/send';
import { emlOf, letterAs } from '../../../sinks/mail/shown';
import { runs } from '../../setup/runs';
import { smtpServer } from '../../setup/smtp';

/** What a name, a cell or a file may hold, by accident or on purpose. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\nBcc: all@vca.vn',
        '\n\n<p>',
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '</td></table>',
        "' OR 1=1",
        '\u202egpj.exe',
        '\u2066',
        '\u2028',
        '=?utf-8?q?x?=',
        '<a@b.vn>, c@d.vn',
        '\0',
        '<%= it %>',
        'Hợp tác xã',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => `x ${pieces.join(' ')}`);

const letterOf = (text: string): Letter => ({
  subject: `[B01 2023-Q2] 12 ${text}`,
  to: text,
  attached: `${text}.csv`,
  blocks: [
    { kind: 'lead', tone: 'act', text },
    { kind: 'text', text },
    { kind: 'heading', text },
    { kind: 'facts', rows: [[text, text]] },
    { kind: 'points', tone: 'ask', items: [{ place: text, about: text, message: text, proposal: text }] },
    { kind: 'table', head: [text, text], rows: [[text, text]] },
  ],
});

const mailOf = (text: string): Outgoing => ({
  ...{ mail: 1, kind: 'verdict', attempts: 0, name: text, email: 'an@laichau.vn' },
  ...{ province: '63/12' as Outgoing['province'], period: '2023-Q2' as Outgoing['period'] },
  message_id: '<7b0c6a4e-0000-4000-8000-000000000000@vca.org.vn>',
  queued_at: new Date('2023-07-20T01:00:00Z'),
  content: letterOf(text),
  attachment: Buffer.from('a;b'),
});

const harmless = letterAs('html', letterOf('x'));
const headersOf = (eml: string) =>
  (eml.split('\r\n\r\n', 1)[0] ?? '')
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.split(':', 1)[0]);
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

test('whatever a name holds, the HTML keeps its elements and the text its lines', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = letterAs('html', letterOf(text));
      expect(count(html, /<[a-z]/gi)).toBe(count(harmless, /<[a-z]/gi));
      expect(count(html, /"/g)).toBe(count(harmless, /"/g));
      const { subject } = messageOf(mailOf(text), 'tonghop@vca.org.vn');
      for (const each of [html, letterAs('text', letterOf(text)), subject])
        expect(each).not.toMatch(/[\0\r\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028]/);
    }),
    { numRuns: runs(300) },
  );
});

test('whatever a name holds, the mail has the headers that it should have, one recipient, and one attachment', async () => {
  const expected = headersOf((await emlOf(mailOf('x'), 'tonghop@vca.org.vn')).toString());
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const eml = (await emlOf(mailOf(text), 'tonghop@vca.org.vn')).toString();
      expect(headersOf(eml)).toEqual(expected);
      expect(eml).not.toMatch(/[^\r]\n/);
      expect(count(eml, /^Content-Disposition: attachment/gim)).toBe(1);
    }),
    { numRuns: runs(300) },
  );
});

test('a mail server gets it for the one address and no other', async () => {
  const smtp = await smtpServer();
  const post = smtpPost(smtp.url, 'tonghop@vca.org.vn');
  try {
    const outcome = await post.deliver(mailOf('An\r\nBcc: all@vca.vn\r\n\r\n<script>, "x" <c@d.vn>'));
    expect(outcome.kind).toBe('sent');
    expect(smtp.received.map(({ to }) => to)).toEqual([['an@laichau.vn']]);
    expect(headersOf(smtp.received[0]?.text ?? '')).not.toContain('Bcc');
  } finally {
    post.close();
    await smtp.stop();
  }
});
