import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server answers one mail: takes it, says a code at some point, hangs up or breaks off after the data, or says nothing. */
export type Answer =
  | 'ok'
  | 'drop'
  | 'break'
  | 'hold'
  | { readonly at: 'connect' | 'rcpt' | 'data'; readonly code: number };

export interface Received {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly text: string;
  /** Whether the server said 250 for it. */
  readonly taken: boolean;
}

export interface TestSmtp {
  readonly url: string;
  /** Every mail of which the data came, in order. */
  readonly received: Received[];
  /** The next answers; when they are used up, `ok`. */
  readonly answers: Answer[];
  stop(): Promise<void>;
}

/** A real mail server on a free loopback port. */
export async function smtpServer(): Promise<TestSmtp> {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const refusal = (at: 'connect' | 'rcpt' | 'data') => {
    const [next] = answers;
    if (typeof next !== 'object' || next.at !== at) return null;
    answers.shift();
    return Object.assign(new Error('as the test has it'), { responseCode: next.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_, __, done) => done(Object.assign(new Error('nobody may log in'), { responseCode: 535 })),
    onConnect: (_, done) => done(refusal('connect')),
    onRcptTo: (_, __, done) => done(refusal('rcpt')),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        const error = refusal('data');
        const answer = error === null ? (answers.shift() ?? 'ok') : 'refused';
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          messageId: /^Message-ID: (.*?)\r$/im.exec(text)?.[1] ?? '',
          text,
          taken: answer === 'ok',
        });
        if (answer === 'drop') for (const { _socket } of server.connections) _socket.end();
        else if (answer === 'break') for (const { _socket } of server.connections) _socket.resetAndDestroy();
        else if (answer !== 'hold') done(error);
      });
    },
  });
  // A client that hangs up is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const { _socket } of server.connections) _socket.destroy();
      }),
  };
}
