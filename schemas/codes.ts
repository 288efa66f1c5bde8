/** Branded ids: plain strings at run time that the compiler does not let anyone mix up. */
import { z } from 'zod';

/** A code of the indicator catalogue, such as `htx.count`. */
export const IndicatorCode = z
  .string()
  .regex(/^[a-z]+\.[a-z_]+$/)
  .brand<'IndicatorCode'>();
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/** A code of the sector tree, such as `non_agri`; `all` is the whole. */
export const SectorCode = z
  .string()
  .regex(/^[a-z_]+$/)
  .brand<'SectorCode'>();
export type SectorCode = z.infer<typeof SectorCode>;

/** `63` is the map of provinces in force up to 30 June 2025, `34` the one since. */
export const MapName = z.enum(['63', '34']);
export type MapName = z.infer<typeof MapName>;

/** A province on its map, such as `63/24`. A GSO code alone names nothing: 24 was Bắc Giang and is the new Bắc Ninh. */
export const ProvinceId = z
  .string()
  .regex(/^(63|34)\/\d\d$/)
  .brand<'ProvinceId'>();
export type ProvinceId = z.infer<typeof ProvinceId>;

/** A region with its scheme, such as `8:TB` or `6:DBSH`. */
export const RegionId = z
  .string()
  .regex(/^[68]:[A-Z-]+$/)
  .brand<'RegionId'>();
export type RegionId = z.infer<typeof RegionId>;

/** `<receipt>-<part>`: a file (one receipt) may hold the submissions of several provinces. */
export const SubmissionId = z
  .string()
  .regex(/^\d+-\d+$/)
  .brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof SubmissionId>;

export function provinceId(map: MapName, gsoCode: string): ProvinceId {
  return ProvinceId.parse(`${map}/${gsoCode}`);
}

/** The GSO code of a province, as the outside writes it. */
export function gsoCode(id: ProvinceId): string {
  return id.slice(3);
}

export function submissionId(receipt: number, part: number): SubmissionId {
  return SubmissionId.parse(`${receipt}-${part}`);
}
