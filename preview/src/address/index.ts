export { type Address, type Page, readAddress, writeAddress } from './address.ts';
export { change, goTo, replaceAddress, useAddress } from './use-address.ts';
