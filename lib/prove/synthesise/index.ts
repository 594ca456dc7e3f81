export { type TimeFrame, timeFrame, type TimeWindow } from './time-frame.ts';
export { WorldData } from './world-data.ts';
export { writeWindow } from './write-window.ts';
