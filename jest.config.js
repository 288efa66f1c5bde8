const { availableParallelism } = require('node:os');

// Most tests wait for PostgreSQL or for a process: two files at once on two cores take half the time of one.
module.exports = {
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/setup/postgres.ts',
  globalTeardown: '<rootDir>/test/setup/stop-postgres.ts',
  testTimeout: 180_000,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tonghop'],
};
