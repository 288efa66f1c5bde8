import { findings, line, list, register, sentences } from './written';

const under = (...rows: string[]) => register(list('STT;Tên đơn vị;Lĩnh vực;Huyện;Số thành viên', rows));
const said = (read: ReturnType<typeof register>) =>
  read.register?.map(({ type, sector, district, commune }) => [type, sector, district, commune]);

test('headings give the type, sector and place of the rows below, each until one of its kind', () => {
  const read = under(
    'A;HỢP TÁC XÃ;;;',
    'I;Huyện Yên Dũng;;;',
    '1;Tân Hưng;NN;;7',
    'II;HUYỆN LỤC NGẠN;;;',
    '2;Minh Châu;Vận tải;;8',
    'B;QUỸ TÍN DỤNG NHÂN DÂN;;;',
    '3;Thuận Hòa;;;9',
    'C. LIÊN HIỆP HTX;;;;',
    '4;Sông Thương;NN;;5',
    'D;TỔ HỢP TÁC NÔNG NGHIỆP;;;',
    '5;Xã Mỹ Thái làm vườn;;;11',
  );
  expect(said(read)).toEqual([
    ['htx', 'agri', 'Huyện Yên Dũng', null],
    ['htx', 'transport', 'HUYỆN LỤC NGẠN', null],
    ['qtdnd', 'credit', null, null],
    ['lhhtx', 'agri', null, null],
    ['tht', 'agri', null, null],
  ]);
  expect(findings(read)).toEqual([]);
});

test('a list without numbers has headings too', () => {
  const read = register(
    list('Tên đơn vị;Huyện;Số thành viên', ['Tổ hợp tác;;', 'Nuôi cá;Yên Dũng;7', 'Các HTX;;', 'Tân Hưng;Yên Dũng;8']),
  );
  expect(read.register?.map(({ name, type }) => [name, type])).toEqual([
    ['Nuôi cá', 'tht'],
    ['Tân Hưng', 'htx'],
  ]);
});

test('figures beside a heading make it no cooperative', () => {
  const read = under('I;Huyện Yên Dũng;;;15', '1;HTX A;NN;;7', '2;HTX B;NN;;8');
  expect(read.rows).toBe(2);
  expect(read.observations.map(line)).toContain('htx.members all 15 người');
});

test.each([
  ['places', 'Huyện Yên Dũng', 'Thị trấn Neo'],
  ['sectors', 'Nông nghiệp', 'Vận tải'],
  ['types', 'Hợp tác xã', 'Tổ hợp tác'],
])('%s that are numbered as their rows are head them', (_, one, other) => {
  const read = under(
    `1;${one};;;15`,
    '1.1;Tân Hưng;NN;Yên Dũng;7',
    '1.2;Tân Dân;NN;Yên Dũng;8',
    `2;${other};;;9`,
    '2.1;Xã Song Mai;;;9',
    '2.1.1;Minh Châu;NN;Yên Dũng;9',
  );
  expect(read.register?.map(({ name }) => name)).toEqual(['Tân Hưng', 'Tân Dân', 'Minh Châu']);
});

test('a group heads its rows where these are counted from one again', () => {
  const read = under(
    '1.;Xã Tân Dân;;;15',
    '1.;Tân Hưng;NN;;7',
    '2.;Tân Lập;NN;;8',
    '',
    '2.;Xã Tân An;;;9',
    '1.;Cam;NN;;9',
  );
  expect(said(read)?.map(([, , , commune]) => commune)).toEqual(['Xã Tân Dân', 'Xã Tân Dân', 'Xã Tân An']);
});

test('a numbered cooperative with the name of a place is one, that is counted with the others', () => {
  expect(under('1;Xã Mỹ Thái;NN;;7', '2;HTX vận tải;;;8', '3;Xã Mỹ Hà;;;9').rows).toBe(3);
});

test('a row’s own word holds against its heading, and is a finding', () => {
  const read = under(
    'A;TỔ HỢP TÁC;;;',
    'I;Huyện Yên Dũng;;;',
    '-;Lĩnh vực nông nghiệp;;;',
    '1;HTX A;Vận tải;Lục Ngạn;7',
    '2;Nuôi cá;NN;Yên Dũng;8',
  );
  expect(said(read)).toEqual([
    ['htx', 'transport', 'Lục Ngạn', null],
    ['tht', 'agri', 'Yên Dũng', null],
  ]);
  expect(findings(read)).toEqual([
    'heading.contradicted warning at row 7, column 2: HTX A',
    'heading.contradicted warning at row 7, column 3: Vận tải',
    'heading.contradicted warning at row 7, column 4: Lục Ngạn',
  ]);
});

test('a closer sector than the heading’s is none against it', () => {
  const read = under('I;Lĩnh vực phi nông nghiệp;;;', '1;HTX A;Vận tải;;7');
  expect(said(read)?.[0]?.[1]).toBe('transport');
  expect(findings(read).filter((each) => each.startsWith('heading'))).toEqual([]);
});

test('a heading that says none of these is passed over, which is said', () => {
  const read = under('I;Các đơn vị điển hình;;;', '1;HTX A;NN;Yên Dũng;7');
  expect(findings(read)).toContain('row.beside note at row 4, column 1: I');
});

test('a list of groups: what its names do not say, its column of names does', () => {
  const read = register(list('STT;Tên THT;Số thành viên', ['1;Nuôi cá Minh Châu;7', '2;HTX A;8']));
  expect(read.register?.map(({ type }) => type)).toEqual(['tht', 'htx']);
  expect(sentences(read, 'type.missing')).toEqual([]);
});

test.each(['nt', '-nt-', 'n.t', 'như trên', '"', '”'])('%s says what the row above says', (mark) => {
  const read = register(
    list('STT;Tên HTX;Loại hình;Lĩnh vực;Huyện;Xã;Ngày thành lập;Tình trạng;Xếp loại', [
      '1;Nuôi cá;THT;NN;Yên Dũng;Tân An;2015;Ngừng hoạt động;Tốt',
      `2;Trồng rau;${Array.from({ length: 7 }, () => (mark === '"' ? '""""' : mark)).join(';')}`,
    ]),
  );
  const [first, second] = read.register ?? [];
  expect(second).toEqual({ ...first, at: second?.at, name: 'Trồng rau' });
  expect(findings(read)).toEqual([]);
});

test('in the first row it says nothing', () => {
  const read = register(list('STT;Tên HTX;Loại hình;Huyện', ['1;HTX A;HTX;nt']));
  expect(read.register?.[0]).toMatchObject({ district: null, unreadable: ['district'] });
  expect(findings(read)).toContain('value.unknown error at row 4, column 4: nt');
});
