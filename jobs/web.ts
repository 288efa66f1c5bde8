import { readFile } from 'node:fs/promises';
import path from 'node:path';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { z } from 'zod';
import { SettingError } from '../config/settings';
import { areaName } from '../pipelines/national/table';
import type { Catalogue } from '../schemas/catalogue';
import type { MapName } from '../schemas/codes';
import { mapOf, type Period, periodFromCode, periodName } from '../schemas/period';
import { pagesFolder, tablePage } from '../sinks/pages/table-page';
import { reportedPeriods } from '../sinks/warehouse/submissions';
import { areaChoice } from './commands/arguments';
import { CommandError } from './commands/error';
import type { Context } from './context';
import { drawTable } from './tables';

const Query = z.object({ period: z.string().optional(), area: z.string().optional() });

/** The web page, on loopback only: the table, and for whoever watches the process `/livez` and `/readyz`. */
export async function startWeb(
  { warehouse, now, log }: Context,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify();
  await app.register(helmet);
  // A name that some other site points here would otherwise let its pages read the table.
  app.addHook('onRequest', async (request, reply) => {
    if (!['127.0.0.1', 'localhost'].includes(request.hostname)) return reply.code(421).send('misdirected request');
  });
  const style = await readFile(path.join(pagesFolder, 'style.css'), 'utf8');
  app.get('/style.css', (_, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/livez', (_, reply) => reply.send('ok'));
  app.get('/readyz', async (_, reply) => {
    await warehouse.pool.query('select 1');
    return reply.send('ok');
  });
  app.get('/', async (request, reply) => {
    const asked = Query.safeParse(request.query);
    if (!asked.success) return reply.code(400).type('text/plain; charset=utf-8').send('Địa chỉ trang không đúng.');
    const query = asked.data;
    const periods = (await reportedPeriods(warehouse.pool)) as Period[];
    const period =
      periodFromCode(query.period ?? '') ??
      periods.find((each) => each.endsWith('Q4')) ??
      periods[0] ??
      periodFromCode(String(now().getFullYear()));
    if (period === null) return reply.code(404).send('not found');
    const map = mapOf(period);
    // An area that the period's map does not know (another period was chosen) becomes the nation.
    const choice = chosenArea(query.area ?? 'VN', map, warehouse.catalogue);
    const table = await drawTable(warehouse, { period, map, knownAt: null }, choice, now());
    const page = tablePage(table, {
      periods: [...new Set([period, ...periods])].map((code) => ({ code, name: periodName(code) })),
      areas: areasOf(period, map, warehouse.catalogue),
      area: typeof choice === 'object' ? choice.id : 'VN',
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.setErrorHandler((error, request, reply) => {
    log.error({ path: request.routeOptions.url, error: String(error) }, 'request failed');
    return reply
      .code(request.routeOptions.url === '/readyz' ? 503 : 500)
      .type('text/plain; charset=utf-8')
      .send('Hệ thống đang gặp lỗi, hãy thử lại sau.');
  });
  const url = await app.listen({ host: '127.0.0.1', port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw new SettingError(`TONGHOP_PORT=${port} cannot be used (${error.code}): name a free port, or 0 for any`);
  });
  return { url, close: () => app.close() };
}

function chosenArea(text: string, map: MapName, catalogue: Catalogue) {
  try {
    const choice = areaChoice(text, map, catalogue);
    return typeof choice === 'object' ? choice : 'VN';
  } catch (error) {
    if (error instanceof CommandError) return 'VN';
    throw error;
  }
}

function areasOf(period: Period, map: MapName, catalogue: Catalogue) {
  const regions = [...catalogue.regions.values()].filter((region) => region.map === map).map(({ id }) => id as string);
  const provinces = [...catalogue.provinces.values()]
    .filter((each) => each.map === map)
    .map(({ id }) => id.slice(3))
    .sort();
  return ['VN', ...regions, ...provinces].map((id) => ({ id, name: areaName(id, period, map, catalogue) }));
}
