/** What Grafana offers of it; the package itself has no types. */
declare module 'd3-scale-chromatic' {
  type Scheme = (share: number) => string;
  export const interpolateBlues: Scheme;
  export const interpolateBuGn: Scheme;
  export const interpolateBuPu: Scheme;
  export const interpolateCividis: Scheme;
  export const interpolateCool: Scheme;
  export const interpolateCubehelixDefault: Scheme;
  export const interpolateGnBu: Scheme;
  export const interpolateGreens: Scheme;
  export const interpolateGreys: Scheme;
  export const interpolateInferno: Scheme;
  export const interpolateMagma: Scheme;
  export const interpolateOrRd: Scheme;
  export const interpolateOranges: Scheme;
  export const interpolatePlasma: Scheme;
  export const interpolatePuBu: Scheme;
  export const interpolatePuBuGn: Scheme;
  export const interpolatePuRd: Scheme;
  export const interpolatePurples: Scheme;
  export const interpolateRainbow: Scheme;
  export const interpolateRdBu: Scheme;
  export const interpolateRdPu: Scheme;
  export const interpolateRdYlBu: Scheme;
  export const interpolateRdYlGn: Scheme;
  export const interpolateReds: Scheme;
  export const interpolateSinebow: Scheme;
  export const interpolateSpectral: Scheme;
  export const interpolateTurbo: Scheme;
  export const interpolateViridis: Scheme;
  export const interpolateWarm: Scheme;
  export const interpolateYlGn: Scheme;
  export const interpolateYlGnBu: Scheme;
  export const interpolateYlOrBr: Scheme;
  export const interpolateYlOrRd: Scheme;
}
