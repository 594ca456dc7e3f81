import { Duration, type Samples } from '../../lib/index.ts';

const FINE = Duration.minutes(5);

/** Samples that are fine for five minutes, and then are not. */
export function fiveMinutesFine(fine: Samples, then: Samples): Samples {
  return fine.lasting(FINE).then(then);
}

/** A minute before an alert fires that must hold for so long, where all was well for five minutes. */
export function aMinuteEarly(hold: Duration): Duration {
  return Duration.milliseconds(FINE.milliseconds + hold.milliseconds - 60_000);
}

/** The moment at which that alert fires. */
export function justInTime(hold: Duration): Duration {
  return Duration.milliseconds(FINE.milliseconds + hold.milliseconds);
}
