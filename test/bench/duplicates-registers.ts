import { loadCatalogue } from '../../config/catalogue';
import { type ProvinceId, submissionId } from '../../schemas/codes';
import type { RegisterOf } from '../../schemas/identity';
import { mapOf, type Period, quarter } from '../../schemas/period';
import { type Cooperative, Country } from './duplicates-cooperatives';
import { type Habit, someHabit, written } from './duplicates-rows';
import { Chance } from './duplicates-world';

/** A register with the truth: which cooperative each of its rows is. */
export interface TrueRegister {
  readonly register: RegisterOf;
  readonly truth: readonly number[];
}

const { provinces } = loadCatalogue();
/** The last is the first one after the provinces were merged. */
const lastQuarter = 2025 * 4 + 2;

/** About so many rows over so many quarters, made up: each province hands in its register each quarter. */
export function* registers(seed: number, rows: number, quarters: number): Iterable<TrueRegister> {
  const chance = new Chance(seed);
  const country = new Country(chance, Math.round(rows / quarters / 0.98));
  const habits = new Map<ProvinceId, Habit>();
  let receipt = 0;
  for (let passed = 0; passed < quarters; passed += 1) {
    if (passed > 0) country.pass();
    const at = lastQuarter - quarters + 1 + passed;
    const period = quarter(Math.floor(at / 4), 1 + (at % 4));
    for (const [province, own] of byReporter(country.cooperatives, period)) {
      const habit = habits.get(province) ?? someHabit(chance);
      habits.set(province, chance.of(0.2) ? someHabit(chance) : habit);
      receipt += 1;
      yield registerOf(own, province, period, receipt, habit, chance);
    }
  }
}

function byReporter(cooperatives: readonly Cooperative[], period: Period): Map<ProvinceId, Cooperative[]> {
  const groups = new Map<ProvinceId, Cooperative[]>();
  for (const each of cooperatives) {
    const { province } = each.commune;
    const reporter = mapOf(period) === '34' ? scopeOf(province) : province;
    const group = groups.get(reporter) ?? [];
    groups.set(reporter, group);
    group.push(each);
  }
  return groups;
}

const scopeOf = (province: ProvinceId) => provinces.get(province)?.successor ?? province;

function registerOf(
  own: readonly Cooperative[],
  province: ProvinceId,
  period: Period,
  receipt: number,
  habit: Habit,
  chance: Chance,
): TrueRegister {
  const listed = own.filter(() => !chance.of(0.025)).flatMap((each) => (chance.of(0.004) ? [each, each] : [each]));
  // Half of the lists are kept in an order of their own.
  const ordered = chance.of(0.5)
    ? listed
        .map((each) => ({ each, at: chance.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
    : listed;
  const rows = ordered.map((each, index) => ({
    row: index + 2,
    reported: written(each, period, habit, chance, index + 2),
  }));
  const scope = scopeOf(province);
  return {
    register: { submission: submissionId(receipt, 1), scope, period, rows },
    truth: ordered.map(({ id }) => id),
  };
}
