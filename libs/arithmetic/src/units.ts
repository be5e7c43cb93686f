import { Fraction } from 'fraction.js';

/** A unit as a multiple of the base unit of its dimension. */
export type Unit = { dimension: string; factor: Fraction };

const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  length: {
    毫米: '1',
    厘米: '10',
    分米: '100',
    米: '1000',
    千米: '1000000',
    公里: '1000000',
    mm: '1',
    cm: '10',
    dm: '100',
    m: '1000',
    km: '1000000',
  },
  area: {
    平方毫米: '1',
    平方厘米: '100',
    平方分米: '10000',
    平方米: '1000000',
    公顷: '10000000000',
    平方千米: '1000000000000',
    平方公里: '1000000000000',
  },
  volume: {
    立方毫米: '1',
    立方厘米: '1000',
    立方分米: '1000000',
    立方米: '1000000000',
    毫升: '1000',
    升: '1000000',
    mL: '1000',
    ml: '1000',
    L: '1000000',
  },
  mass: {
    毫克: '1/1000',
    克: '1',
    千克: '1000',
    公斤: '1000',
    斤: '500',
    吨: '1000000',
    g: '1',
    kg: '1000',
    t: '1000000',
  },
  time: {
    秒: '1',
    分: '60',
    分钟: '60',
    时: '3600',
    小时: '3600',
    日: '86400',
    天: '86400',
    星期: '604800',
    周: '604800',
  },
  months: { 个月: '1', 月: '1', 年: '12' },
  money: { 分: '1', 角: '10', 元: '100' },
};

const UNITS = new Map<string, Unit[]>();
for (const [dimension, units] of Object.entries(DIMENSIONS))
  for (const [name, factor] of Object.entries(units))
    UNITS.set(name, [...(UNITS.get(name) ?? []), { dimension, factor: new Fraction(factor) }]);

/** Every name of a unit, the longest first, so that 分米 is not read as 分. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].sort((a, b) => b.length - a.length);

/** 分 is a minute beside 时 or 秒 and money beside 元 or 角: the other units of the line decide. */
export function toUnit(name: string, namesOnTheLine: readonly string[]): Unit | undefined {
  const readings = UNITS.get(name) ?? [];
  return (
    readings.find(({ dimension }) =>
      namesOnTheLine.some((other) => UNITS.get(other)?.every((unit) => unit.dimension === dimension)),
    ) ?? readings[0]
  );
}
