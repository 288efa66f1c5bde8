import { annex, findings, lines, report } from '../take-in';

const table = ['I;HỢP TÁC XÃ;;', '1;Tổng số HTX;HTX;325'];

test('who signed and who gets a copy are no rows of the table', () => {
  const read = report(
    annex([
      ...table,
      'Ghi chú: số liệu tính đến 20/12/2020;;;',
      ';Nơi nhận:;;Bắc Giang, ngày 20 tháng 12 năm 2020',
      ';- Liên minh HTX Việt Nam;;TM. BAN THƯỜNG VỤ',
      ';- Lưu VT;;(Đã ký)',
      '0912345678;;;Nguyễn Văn A',
    ]),
  );
  expect(lines(read)).toEqual(['htx.count all actual 325 HTX']);
  expect([read.rows, read.findings]).toEqual([1, []]);
});

test('a note in the middle of the table ends nothing', () => {
  const read = report(annex([...table, ';Ghi chú: chưa tính quỹ;;', '2;Giải thể;HTX;3']));
  expect(lines(read)).toEqual(['htx.count all actual 325 HTX', 'htx.dissolved all actual 3 HTX']);
});

test('a row at the foot that says nothing of the kind is held', () => {
  const read = report(annex([...table, ';Số HTX kiểu mới;;12a']));
  expect(findings(read)).toEqual(['label.unknown error at row 6, column 2: Số HTX kiểu mới']);
});
