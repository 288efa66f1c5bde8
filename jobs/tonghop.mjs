#!/usr/bin/env node
// The command `tonghop`: works in a plain clone, where it first sets up what is missing.
import { createRequire } from 'node:module';
import { setUp } from './setup.mjs';

try {
  setUp();
  const { main } = createRequire(import.meta.url)('../dist/jobs/cli.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`tonghop: ${error.message}\n`);
  process.exitCode = 1;
}
