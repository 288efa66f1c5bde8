import type { Pool } from 'pg';
import { largestWhole, maxFileBytes } from '../../config/thresholds';
import { ingest } from '../../pipelines/ingest';
import { reconciling } from '../../pipelines/reconcile';
import type { FileBytes } from '../../schemas/file';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { fileOf } from '../../sinks/warehouse/findings';
import { load } from '../../sinks/warehouse/load';
import { handIn, takeUp } from '../../sinks/warehouse/receipts';
import { submissionsOf } from '../../sinks/warehouse/submissions';
import { openFile } from '../../sources/rows';
import { catalogue, type TestWarehouse, testWarehouse, tick } from '../setup/warehouse';

let streaming: TestWarehouse;
let atOnce: TestWarehouse;
beforeAll(async () => {
  [streaming, atOnce] = await Promise.all([testWarehouse(), testWarehouse()]);
});
afterAll(() => Promise.all([streaming.drop(), atOnce.drop()]));

const header =
  'STT;Tên HTX;Mã số thuế;Loại hình;Lĩnh vực;Ngày thành lập;Tình trạng;Số thành viên;Vốn điều lệ (triệu đồng)';
const row = (index: number) =>
  index % 1000 === 999
    ? `${index};;24${index};đội;đánh cờ;31/2/2015;lạ;9,5;34.357;thừa`
    : `${index};HTX nông nghiệp và dịch vụ tổng hợp Tân Hưng số ${index};${2_400_000_000 + index};HTX;Nông nghiệp;31/5/2021;đang hoạt động;${7 + (index % 30)};1.100,5`;
/** Of a province in 2020, larger than what is read as a whole. */
function register(province: string, end = '\n'): Buffer {
  const rows = Array.from({ length: 36_000 }, (_, index) => row(index + 1));
  const text = ['Đơn vị báo cáo;Tỉnh', 'Kỳ báo cáo;Năm 2020', header, ...rows].join('\n').replace('Tỉnh', province);
  const bytes = Buffer.from(text + end);
  if (bytes.length <= largestWhole) throw new Error('it is not large');
  return bytes;
}

const stream = (bytes: Buffer): FileBytes => ({
  size: bytes.length,
  async *pieces() {
    for (let at = 0; at < bytes.length; at += 300_000) yield bytes.subarray(at, at + 300_000);
  },
});
const hand = (pool: Pool, bytes: Buffer | FileBytes) =>
  handIn(pool, { name: 'ds.csv', bytes, channel: 'cli', options: {} }, tick());

async function process(pool: Pool, receipt: number): Promise<void> {
  const waiting = await takeUp(pool, receipt, 5, tick());
  if (waiting === null) throw new Error('it does not wait');
  await ingest(waiting, {
    catalogue,
    read: openFile,
    earlier: (province, period) => earlierThan(pool, catalogue, receipt, province, period),
    load: (number, parts) => load(pool, number, parts, reconciling(catalogue), tick()),
  });
}

/** All that is known of a receipt, apart from the times. */
async function loaded(pool: Pool, receipt: number): Promise<string[]> {
  const of = `where submission like '${receipt}-%'`;
  const queries = [
    `select submission, status, province, period, form, message, said_province, said_period, rows, rows_loaded, reading, content from submission ${of}`,
    `select submission, number, rule, severity, code, sector, locator, raw, message, proposal from finding ${of} order by submission, number`,
    `select province, period, code, sector, measure, value_base, raw, unit_reported, locator, also, conversion, choice, stated, note from observation ${of} order by code, sector`,
    `select * from register_row ${of} order by number`,
    `select status from receipt where receipt = ${receipt}`,
  ];
  const results = await Promise.all(queries.map((query) => pool.query(query)));
  return results.map(({ rows }) => JSON.stringify(rows));
}

const rowsKept = async (pool: Pool, receipt: number) =>
  (await pool.query('select count(*)::int as rows from register_row where submission = $1', [`${receipt}-1`])).rows[0]
    .rows;

test.each([
  ['a register with faults', register('Bắc Giang')],
  ['one that breaks off at its end', register('Bắc Ninh', '\n36001;HTX')],
  ['one of a province that there is not', register('Atlantis')],
])('%s is loaded as a stream as it is at once', async (_, bytes) => {
  const [one, other] = [await hand(streaming.pool, stream(bytes)), await hand(atOnce.pool, bytes)];
  expect(one.receipt).toBe(other.receipt);
  await process(streaming.pool, one.receipt);
  await process(atOnce.pool, other.receipt);
  expect(await loaded(streaming.pool, one.receipt)).toEqual(await loaded(atOnce.pool, other.receipt));
});

test('the same bytes again are the receipt that they were, and are kept once', async () => {
  const bytes = register('Hà Nội');
  const first = await hand(streaming.pool, stream(bytes));
  const chunks = 'select count(*)::int as chunks, sum(length(bytes))::int as bytes from file_chunk';
  const { rows: before } = await streaming.pool.query(chunks);
  expect(await hand(streaming.pool, stream(bytes))).toEqual({ receipt: first.receipt, again: true });
  expect((await streaming.pool.query(chunks)).rows).toEqual(before);
});

test('a file that changes while it is handed in is not taken', async () => {
  const bytes = register('Hà Nam');
  const looks = [bytes, Buffer.concat([bytes, Buffer.from('x')])];
  const changing: FileBytes = {
    size: bytes.length,
    pieces: () => stream(looks.shift() ?? bytes).pieces(),
  };
  const count = async () => (await streaming.pool.query('select count(*) from file')).rows;
  const before = await count();
  await expect(hand(streaming.pool, changing)).rejects.toThrow('changed');
  expect(await count()).toEqual(before);
});

test('a worker that dies in the middle leaves nothing, and the next one loads all', async () => {
  const { pool } = streaming;
  const { receipt } = await hand(pool, stream(register('Thái Bình')));
  const dying = process(pool, receipt);
  const copying = "select pid from pg_stat_progress_copy where command = 'COPY FROM' and datname = current_database()";
  for (;;) {
    const { rows } = await pool.query<{ pid: number }>(`${copying} and tuples_processed > 1000`);
    if (rows[0] === undefined) continue;
    await pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
    break;
  }
  await expect(dying).rejects.toThrow();
  expect(await rowsKept(pool, receipt)).toBe(0);
  await process(pool, receipt);
  expect(await rowsKept(pool, receipt)).toBe(36_000);
  expect(await submissionsOf(pool, [receipt])).toMatchObject([{ status: 'loaded', rows_loaded: 36_000, stands: true }]);
});

test('of a file that is too large to be read as a whole, only a register is taken', async () => {
  const line = 'I;1;Số hợp tác xã;HTX;10;rất nhiều chữ để tệp dài ra, không có số liệu nào nữa\n';
  const head = Buffer.from('Đơn vị báo cáo;Bắc Giang\nKỳ báo cáo;Năm 2020\nTT;Chỉ tiêu;Đơn vị tính;Thực hiện\n');
  const block = Buffer.from(line.repeat(10_000));
  const blocks = Math.ceil(maxFileBytes / block.length);
  const file: FileBytes = {
    size: head.length + blocks * block.length,
    async *pieces() {
      yield head;
      for (let index = 0; index < blocks; index += 1) yield block;
    },
  };
  const { receipt } = await hand(streaming.pool, file);
  await process(streaming.pool, receipt);
  expect(await submissionsOf(streaming.pool, [receipt])).toMatchObject([
    {
      status: 'refused',
      message: 'tệp quá lớn (hơn 64 MB); chỉ danh sách HTX (biểu B02) dạng CSV mới được lớn hơn',
    },
  ]);
});

test('a large file comes back as it was; one that is too large to be marked does not', async () => {
  const bytes = register('Hà Giang');
  const { receipt } = await hand(streaming.pool, stream(bytes));
  await process(streaming.pool, receipt);
  const file = await fileOf(streaming.pool, `${receipt}-1`);
  expect(file?.bytes.equals(bytes)).toBe(true);
  await streaming.pool.query('update file set size = $1 where size is not null', [maxFileBytes + 1]);
  expect(await fileOf(streaming.pool, `${receipt}-1`)).toBeNull();
});
