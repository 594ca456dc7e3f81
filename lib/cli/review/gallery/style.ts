/** Of the gallery. The pictures of both versions lie in one cell of a grid, or in two. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d8dd, #33363d); --soft: light-dark(#f4f5f7, #1d2025);
  --green: light-dark(#1a7f37, #3fb950); --red: light-dark(#cf222e, #f85149); --amber: light-dark(#9a6700, #e3a008); }
body { margin: 0 auto; max-width: 1680px; padding: 1rem 1.5rem 4rem; font: 15px/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #111217); color: light-dark(#1c1e21, #d6d8dd); }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 0; }
code, pre { font: 13px/1.45 ui-monospace, monospace; } pre { margin: .3rem 0 .6rem 1.2rem; overflow-x: auto; }
nav { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1rem 0; }
nav a { padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 1rem; color: inherit; text-decoration: none; }
section { margin: 1.5rem 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
section > header { padding: .7rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); }
section > .in { padding: .6rem 1rem 1rem; }
small { opacity: .75; } ul { margin: .4rem 0; padding-left: 1.2rem; } li { overflow-wrap: anywhere; }
.add { color: var(--green); } .del { color: var(--red); } .mod, .careful { color: var(--amber); }
.sign { display: inline-block; width: 1em; font-weight: 700; }
table { border-collapse: collapse; margin: .6rem 0; } td, th { padding: .15rem 1rem .15rem 0; text-align: left; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; margin: .8rem 0 .5rem; }
.bar input[type=range] { width: 16rem; visibility: hidden; }
.view { display: grid; gap: .6rem; grid-template-columns: 1fr 1fr; align-items: start; }
.view.one, .view[data-mode]:not([data-mode=side]) { grid-template-columns: 1fr; }
figure { margin: 0; min-width: 0; } figcaption { font-size: 13px; opacity: .75; }
.view img { display: block; width: 100%; height: auto; }
.view .difference, .view[data-mode=difference] .before, .view[data-mode=difference] .after { display: none; }
.view[data-mode=difference] .difference { display: block; }
.view[data-mode=slider] figure, .view[data-mode=fade] figure { grid-area: 1 / 1; }
.view[data-mode=slider] figcaption, .view[data-mode=fade] figcaption { visibility: hidden; }
.view[data-mode=slider] .after { clip-path: inset(0 0 0 var(--at, 50%)); }
.view[data-mode=fade] .after { opacity: var(--at, 50%); }
.ranged input[type=range] { visibility: visible; }
`;
