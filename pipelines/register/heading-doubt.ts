import type { Said } from './doubts';

/** A row says another type, sector or place than the heading it stands under: the row's own word holds. */
export const contradictsHeading: Said = {
  rule: 'heading.contradicted',
  nature: 'doubt',
  said: 'once',
  says: (cells, count) =>
    `${count} dòng ghi khác với tiêu đề nhóm phía trên: ${cells}; đã lấy theo dòng. Hãy kiểm tra xem dòng có đứng đúng nhóm không.`,
};
