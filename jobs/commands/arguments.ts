import type { AreaChoice } from '../../pipelines/national/table';
import { readDate, readPeriod } from '../../pipelines/normalise/period';
import type { Catalogue } from '../../schemas/catalogue';
import { gsoCode, type MapName, type ProvinceId } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import type { HandInOptions } from '../../schemas/submission';
import { oneLine } from '../../schemas/text';
import { encodingNamed } from '../../sources/encoding/names';
import { CommandError } from './error';

/** A period as typed on the command line. */
export function periodOf(text: string): Period {
  const period = readPeriod(text);
  if (period === null)
    throw new CommandError(
      `--period ${oneLine(text)}: no such period; write 2021-Q2, 2021-H1, 2021-9M, 2021 or 2013..2018`,
      2,
    );
  return period;
}

export function provinceOf(text: string, map: MapName, catalogue: Catalogue): ProvinceId {
  const province = catalogue.provinceOf(text, map);
  if (province === null)
    throw new CommandError(`${oneLine(text)}: no such province on the map of ${map}; write its GSO code or name`, 2);
  return province;
}

/** Without a period a name may stand on either map (Bắc Ninh was one province and is another). */
export function provincesNamed(text: string, period: Period | null, catalogue: Catalogue): ProvinceId[] {
  if (period !== null) return [provinceOf(text, mapOf(period), catalogue)];
  const found = (['63', '34'] satisfies MapName[]).flatMap((map) => catalogue.provinceOf(text, map) ?? []);
  return found.length > 0 ? found : [provinceOf(text, '34', catalogue)];
}

/** What a person says of files while handing them in: a slip there is one of the command, not of the files. */
export function checkHandIn({ province, period, encoding }: HandInOptions, catalogue: Catalogue): void {
  const map = period === undefined ? null : mapOf(periodOf(period));
  if (province !== undefined && map !== null) provinceOf(province, map, catalogue);
  else if (province !== undefined && catalogue.provinceOf(province, '63') === null)
    provinceOf(province, '34', catalogue);
  if (encoding !== undefined) checkEncoding(encoding);
}

export function checkEncoding(encoding: string): void {
  const named = encodingNamed(encoding);
  if (typeof named !== 'string') throw new CommandError(`--encoding: ${named.sentence}`, 2);
}

/** `VN`, `regions`, `provinces`, `all`, a region such as `8:TB`, or a province by code or name. */
export function areaChoice(text: string, map: MapName, catalogue: Catalogue): AreaChoice {
  if (text === 'VN' || text === 'regions' || text === 'provinces' || text === 'all') return text;
  const region = [...catalogue.regions.values()].find(({ id }) => id === text);
  if (region !== undefined && region.map !== map) {
    throw new CommandError(
      `--area ${text}: that region is one of the ${region.map} provinces' map, not of the ${map}; choose --basis ${region.map}`,
      2,
    );
  }
  return { id: region?.id ?? gsoCode(provinceOf(text, map, catalogue)) };
}

/** A moment: an ISO date (its end, in Vietnam) or date and time. */
export function momentOf(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const moment = new Date(day ? `${text}T23:59:59.999+07:00` : zoned ? text : `${text}+07:00`);
  if (Number.isNaN(moment.getTime()) || readDate(text.slice(0, 10)) === null)
    throw new CommandError(`--as-of ${oneLine(text)}: no such moment; write 2021-07-01 or 2021-07-01T08:00`, 2);
  return moment;
}
