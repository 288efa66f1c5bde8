import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** design.md: `schemas ← config ← sources, pipelines, sinks ← jobs`; what passes between the three is named in schemas/. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  schemas: ['schemas'],
  config: ['schemas', 'config'],
  sources: ['schemas', 'config', 'sources'],
  pipelines: ['schemas', 'config', 'pipelines'],
  sinks: ['schemas', 'config', 'sinks'],
  jobs: ['schemas', 'config', 'sources', 'pipelines', 'sinks', 'jobs'],
};
const root = path.join(__dirname, '..');
const files = Object.keys(mayImport).flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|sql|eta)$/.test(name))
    .map((name) => ({ room, name: `${room}/${name}`, text: readFileSync(path.join(root, room, name), 'utf8') })),
);
const saying = (pattern: RegExp, rooms: readonly string[] = Object.keys(mayImport)) =>
  files.filter(({ room, text }) => rooms.includes(room) && pattern.test(text)).map(({ name }) => name);

test.each(Object.keys(mayImport))('%s imports only what stands before it', (room) => {
  const own = files.filter((file) => file.room === room && file.name.endsWith('.ts'));
  const imports = own.flatMap(({ name, text }) =>
    [...text.matchAll(/(?:from|import|require)\s*\(?\s*'(\.[^']*)'/g)].map(([, target = '']) => ({
      name,
      target: path.relative(root, path.resolve(root, path.dirname(name), target)).split(path.sep)[0] ?? '',
    })),
  );
  expect(own).not.toEqual([]);
  expect(imports.filter(({ target }) => !mayImport[room]?.includes(target))).toEqual([]);
});

test('only config/ reads settings from the environment; a child process may be given the search paths of the system', () => {
  const elsewhere = ['schemas', 'sources', 'pipelines', 'sinks', 'jobs'];
  const pattern = /process\.env(?!\.(PATH|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|npm_execpath)\b)|process\[['"]env/;
  expect(saying(pattern, elsewhere)).toEqual([]);
});

test('schemas and pipelines are told the time', () => {
  expect(saying(/new Date\(\s*\)|Date\.now|performance\.now|hrtime/, ['schemas', 'pipelines'])).toEqual([]);
});

test('nothing reads the folder that the project was specified in', () => {
  expect(saying(/\.\.\/shared|\/work\//)).toEqual([]);
});
