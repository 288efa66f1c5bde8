import { identity } from '../../../config/thresholds';
import type { IdentityModel, RowOf, Step, Waterfall } from '../../../schemas/identity';
import { vietnameseChange, vietnameseNumber } from '../../../schemas/vietnamese';
import { comparable } from './comparable';
import { fields } from './fields';
import { elsewhere } from './known';
import { unlearned } from './scope';
import { rounded, Weigher } from './weigher';

/**
 * Why two rows are thought to be one cooperative or not, by the model of their province; of two provinces by none. A row with
 * no rival in a register of which nearly all rows were known is merged from `sure` less `returning` up (settle.ts).
 */
export function explain(one: RowOf, other: RowOf, model: IdentityModel): Waterfall {
  const weigher = new Weigher(one.scope === other.scope ? model : unlearned);
  const [left, right] = [comparable(one.reported, one.period), comparable(other.reported, other.period)];
  const apart = elsewhere(left, right);
  const steps = [
    step(
      'start',
      `trước khi so, trong ${vietnameseNumber(String(weigher.model.cooperatives))} đơn vị của tỉnh`,
      weigher.start,
    ),
    ...(one.submission === other.submission
      ? [
          step('register', 'hai dòng của cùng một danh sách', identity.withinRegister),
          ...(apart === 0 ? [] : [step('communes', 'ở hai xã trong cùng một danh sách', apart)]),
        ]
      : []),
    ...(one.scope === other.scope ? [] : [step('province', 'khác tỉnh', identity.otherProvince)]),
    ...weigher.each(left, right).map(({ field: key, level, weight }) => {
      const field = fields.find((each) => each.key === key);
      const shown = [field?.shown(one.reported) ?? '', field?.shown(other.reported) ?? ''] as const;
      return step(key, field?.levels[level - 1]?.says ?? '', weight, shown);
    }),
  ];
  return { steps, weight: rounded(steps.reduce((sum, each) => sum + each.weight, 0)) };
}

function step(field: string, level: string, weight: number, compared: Step['compared'] = null): Step {
  return { field, level, compared, weight, text: `${level}: ${vietnameseChange(weight.toFixed(1))}` };
}
