/** The ids of Grafana's units, by what they measure. */
export const GRAFANA_UNITS = {
  number: ['none', 'short', 'sishort', 'locale', 'sci', 'hex', 'hex0x', 'pixel', 'string'],
  share: ['percent', 'percentunit', 'humidity', 'ppm', 'conppb'],
  truth: ['bool', 'bool_yes_no', 'bool_on_off'],
  time: [
    ...['ns', 'µs', 'ms', 's', 'm', 'h', 'd'],
    ...['dtdurationms', 'dtdurations', 'dthms', 'dtdhms', 'timeticks', 'clockms', 'clocks'],
  ],
  moment: [
    ...['dateTimeAsIso', 'dateTimeAsIsoNoDateIfToday', 'dateTimeAsUS'],
    ...['dateTimeAsUSNoDateIfToday', 'dateTimeAsLocal', 'dateTimeAsLocalNoDateIfToday'],
    ...['dateTimeAsSystem', 'dateTimeFromNow'],
  ],
  data: [
    ...['bytes', 'kbytes', 'mbytes', 'gbytes', 'tbytes', 'pbytes'],
    ...['decbytes', 'deckbytes', 'decmbytes', 'decgbytes', 'dectbytes', 'decpbytes'],
    ...['bits', 'decbits'],
  ],
  dataRate: [
    ...['Bps', 'binBps', 'bps', 'binbps', 'pps'],
    ...['KBs', 'MBs', 'GBs', 'TBs', 'PBs', 'Kbits', 'Mbits', 'Gbits', 'Tbits', 'Pbits'],
    ...['KiBs', 'MiBs', 'GiBs', 'TiBs', 'PiBs', 'Kibits', 'Mibits', 'Gibits', 'Tibits', 'Pibits'],
  ],
  perSecond: ['cps', 'ops', 'reqps', 'rps', 'wps', 'iops', 'eps', 'mps', 'recps', 'rowsps'],
  perMinute: ['cpm', 'opm', 'reqpm', 'rpm', 'wpm', 'epm', 'mpm', 'recpm', 'rowspm'],
  money: [
    ...['currencyUSD', 'currencyEUR', 'currencyGBP', 'currencyJPY', 'currencyCHF', 'currencyRUB'],
    ...['currencyUAH', 'currencyBRL', 'currencyDKK', 'currencyISK', 'currencyNOK', 'currencySEK'],
    ...['currencyCZK', 'currencyPLN', 'currencyZAR', 'currencyINR', 'currencyKRW', 'currencyIDR'],
    ...['currencyPHP', 'currencyVND', 'currencyTRY', 'currencyMYR', 'currencyXPF', 'currencyBGN'],
    ...['currencyPYG', 'currencyUYU', 'currencyILS'],
    ...['currencyBTC', 'currencymBTC', 'currencyμBTC'],
  ],
  computation: [
    ...['flops', 'mflops', 'gflops', 'tflops', 'pflops', 'eflops', 'zflops', 'yflops'],
    ...['Hs', 'KHs', 'MHs', 'GHs', 'THs', 'PHs', 'EHs'],
  ],
  temperature: ['celsius', 'fahrenheit', 'kelvin'],
  electricity: [
    ...['watt', 'mwatt', 'kwatt', 'megwatt', 'gwatt', 'Wm2', 'dBm'],
    ...['voltamp', 'kvoltamp', 'voltampreact', 'kvoltampreact'],
    ...['watth', 'watthperkg', 'kwatth', 'kwattm', 'mwatth', 'amph', 'kamph', 'mamph'],
    ...['joule', 'ev', 'amp', 'kamp', 'mamp', 'volt', 'kvolt', 'mvolt'],
    ...['ohm', 'mohm', 'kohm', 'Mohm', 'farad', 'µfarad', 'nfarad', 'pfarad', 'ffarad'],
    ...['henry', 'mhenry', 'µhenry'],
  ],
  frequency: [...['hertz', 'rotrpm', 'rothz', 'rotkhz', 'rotmhz', 'rotghz', 'rotrads', 'rotdegs']],
  sound: ['dB'],
  light: ['candela', 'lumens', 'lux'],
  motion: [
    ...['accMS2', 'accFS2', 'accG', 'velocityms', 'velocitykmh', 'velocitymph', 'velocityknot'],
  ],
  space: [
    ...['degree', 'radian', 'grad', 'arcmin', 'arcsec'],
    ...['lengthmm', 'lengthin', 'lengthft', 'lengthm', 'lengthkm', 'lengthmi'],
    ...['areaM2', 'areaF2', 'areaMI2', 'acres', 'hectares'],
    ...['mlitre', 'litre', 'm3', 'Nm3', 'dm3', 'gallons'],
  ],
  flow: ['flowgpm', 'flowcms', 'flowcfs', 'flowcfm', 'litreh', 'flowlpm', 'flowmlpm'],
  concentration: [
    ...['conngm3', 'conngNm3', 'conμgm3', 'conμgNm3', 'conmgm3', 'conmgNm3', 'congm3', 'congNm3'],
    ...['conmgdL', 'conmmolL'],
  ],
  force: ['forceNm', 'forcekNm', 'forceN', 'forcekN'],
  mass: ['massmg', 'massg', 'masslb', 'masskg', 'masst'],
  pressure: [
    ...['pressurembar', 'pressurebar', 'pressurekbar', 'pressurepa', 'pressurehpa'],
    ...['pressurekpa', 'pressurehg', 'pressurepsi'],
  ],
  radiation: [
    ...['radbq', 'radci', 'radgy', 'radrad', 'radsv', 'radmsv', 'radusv', 'radrem'],
    ...['radexpckg', 'radr', 'radsvh', 'radmsvh', 'radusvh'],
  ],
} as const;

/** What a unit measures. */
export type UnitGroup = keyof typeof GRAFANA_UNITS;

/**
 * A unit of Grafana. Beside the known ones: `suffix:req` writes a text behind the number, `prefix:` before it, `count:`
 * and `si:` scale by thousands, `currency:` writes a sign, `time:YYYY-MM` formats milliseconds since 1970.
 */
export type GrafanaUnit =
  | (typeof GRAFANA_UNITS)[UnitGroup][number]
  | `${'suffix' | 'prefix' | 'count' | 'si' | 'currency' | 'time'}:${string}`;

const GROUP_OF: ReadonlyMap<string, UnitGroup> = new Map(
  Object.entries(GRAFANA_UNITS).flatMap(([group, ids]) =>
    ids.map((id) => [id, group as UnitGroup] as const),
  ),
);

/** What `unit` measures; `undefined` for the open forms, which may measure anything. */
export function unitGroup(unit: GrafanaUnit): UnitGroup | undefined {
  return GROUP_OF.get(unit);
}
