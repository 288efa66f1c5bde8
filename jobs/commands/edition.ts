import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../config/settings';
import { oneLine } from '../../schemas/text';
import { exportEdition, rebuildEdition } from '../editions';
import { withWarehouse } from '../system';
import { CommandError } from './error';
import { writeOut } from './out';

/** Writes an edition with all that it was made from into a folder. */
export async function exportTo(edition: number, folder: string, settings: Settings): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const manifest = await exportEdition(warehouse, edition, folder);
    if (manifest === null) throw new CommandError(`${edition}: there is no such edition`);
    process.stdout.write(
      `${oneLine(folder)}: ấn bản ${edition} (${manifest.period}), ${manifest.receipts.length} tệp báo cáo, ${manifest.plans.length} tệp kế hoạch\n`,
    );
    return 0;
  });
}

/** Makes an edition again from such a folder, and says whether the tables are what was published, to the byte. */
export async function rebuild(folder: string, options: { readonly out?: string }, settings: Settings): Promise<number> {
  const { manifest, tables, catalogue } = await rebuildEdition(settings, folder).catch((error: Error) => {
    throw new CommandError(`${oneLine(folder)}: it cannot be rebuilt: ${oneLine(error.message)}`);
  });
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  for (const { map, csv, same, intact } of tables) {
    if (options.out !== undefined) await writeOut(path.join(options.out, `table-${map}.csv`), csv);
    const changed = intact
      ? ''
      : `; table-${map}.csv trong thư mục KHÔNG phải là bản đã công bố (bị thiếu hoặc bị sửa)`;
    process.stdout.write(
      `ấn bản ${manifest.edition} (${manifest.period}), bản đồ ${map} tỉnh: ${same ? 'giống hệt bản đã công bố' : 'KHÁC bản đã công bố'}${changed}\n`,
    );
  }
  const same = tables.every((each) => each.same);
  if (!same && manifest.program.catalogue !== catalogue)
    process.stdout.write(
      'ấn bản được làm với danh mục chỉ tiêu khác (config/); hãy dùng đúng phiên bản chương trình ghi trong manifest.json\n',
    );
  return same && tables.every(({ intact }) => intact) ? 0 : 1;
}
