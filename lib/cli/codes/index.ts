export { checkChosen, chooseCodes, type ChosenCodes, enabledRules } from './choose-codes.ts';
export { documented, documentedCodes, INDEX, pageOf } from './documented.ts';
export { OTHER_CODES } from './other-codes.ts';
