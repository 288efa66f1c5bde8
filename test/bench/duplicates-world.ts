import { loadCatalogue } from '../../config/catalogue';
import type { ProvinceId } from '../../schemas/codes';

/** Numbers that look random and are the same for the same seed. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  of(share: number): boolean {
    return this.next() < share;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** The first ones far more often than the last. */
  pickSkewed<T>(items: readonly T[]): T {
    return items[Math.floor(items.length * this.next() ** 2.2)] as T;
  }
}

export interface Commune {
  readonly province: ProvinceId;
  readonly district: string;
  readonly name: string;
  /** The one that it was merged into in July 2025. */
  readonly later: string;
}

const words =
  `Tân Phú Hòa Bình An Thành Long Vĩnh Xuân Minh Đông Tây Sơn Hưng Thịnh Phong Quang Yên Mỹ Lộc Hải Châu Trung Lập
Thạnh Hiệp Đại Đồng Nghĩa Tiến Lợi Thượng Hạ Kim Ngọc Bảo Thuận Phước Lâm Trường Giang Hà Thủy Đức Nam Bắc Cẩm Liên Việt Dương Khê
Thắng Cường Phúc Thanh Hoàng Văn Vân Tam Ninh Khánh Cao Lạc Ngãi Điền Thới Tường Hồng Nhơn Diên Quảng Hợp Mai Thái Bản Nậm Pa Mường
Ia Krông Đăk Ea Chư Tà Phìn Lũng Nà`.split(/\s+/);

/** Names that cooperatives like to take, the most frequent first. */
const likedNames =
  `Tân Tiến|Quyết Thắng|Đoàn Kết|Thắng Lợi|Đồng Tâm|Thành Công|Tiến Bộ|Hợp Nhất|Tân Thành|Quyết Tiến|Thống Nhất|Hòa Bình
Bình Minh|Hưng Thịnh|Đại Thành|Phú Cường|Tân Phú|An Phú|Hồng Phong|Đại Đồng|Tiền Phong|Hưng Phát|Toàn Thắng|Đại Thắng|Minh Tân
Tân Hưng|Phú Thịnh|Thuận Phát|An Bình|Tân Lập|Việt Hưng|Thành Đạt|Đông Phong|Trường Sơn|Hồng Thái|Sao Mai|Hùng Vương|Quang Trung
Lê Lợi|Kim Đồng|Vạn Phúc|Vĩnh Thịnh|Đồng Tiến|Hợp Lực|Chiến Thắng|Cộng Hòa|Tự Cường|Trung Thành|Phương Đông|Sông Hồng|Tân An
Nhân Hòa|Tân Hòa|Phú Lộc|Thanh Bình|Tân Bình|Xuân Thành|Hoàng Long|Rạng Đông|Ánh Dương|Mùa Xuân|Đất Việt|Tây Bắc|Bản Sắc|Hoa Ban`.split(
    /[|\n]/,
  );

export const placeName = (chance: Chance): string => `${chance.pickSkewed(words)} ${chance.pick(words)}`;

export const ownName = (chance: Chance, commune: Commune): string => {
  const draw = chance.next();
  if (draw < 0.42) return chance.pickSkewed(likedNames);
  if (draw < 0.66) return commune.name;
  if (draw < 0.88) return placeName(chance);
  return `${placeName(chance)} ${chance.of(0.5) ? chance.pick(words) : 1 + chance.below(9)}`;
};

/** The 63 provinces with districts and communes, as many of each as there are about. */
export function communesOf(chance: Chance): Commune[] {
  const provinces = [...loadCatalogue().provinces.values()].filter(({ map }) => map === '63');
  return provinces.flatMap(({ id: province }) =>
    Array.from({ length: 9 + chance.below(5) }, () => placeName(chance)).flatMap((district) => {
      const names = Array.from({ length: 12 + chance.below(7) }, () => placeName(chance));
      return names.map((name, index) => ({ province, district, name, later: names[index - (index % 3)] ?? name }));
    }),
  );
}
