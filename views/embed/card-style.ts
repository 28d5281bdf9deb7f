/** What a card looks like, with nothing from elsewhere; without quotes or marks of comparison, so that it is written as it is here. */
export const CARD_STYLE = `
:root{color-scheme:light dark;--paper:#fcfcfa;--surface:#f3f3ee;--ink:#1a1e22;--soft:#55585a;--rule:#d5d5cc;--edge:#83857f;--link:#174e6b;--not_started:#cfccc2;--in_progress:#dc9f2e;--partly_implemented:#4f9b8c;--implemented:#14604d;--lapsed:#b3a6c2;--reversed:#a8452b;--abandoned:#3d3945;--superseded:#6f88a3}
@media (prefers-color-scheme:dark){:root{--paper:#15191c;--surface:#1e2327;--ink:#e8e8e3;--soft:#abaeaa;--rule:#3a4045;--edge:#8b908f;--link:#93c6e4;--not_started:#7f8386;--in_progress:#e6b85a;--partly_implemented:#5aa99b;--implemented:#b5f0dd;--lapsed:#b9abcb;--reversed:#d9684a;--abandoned:#d9d4e0;--superseded:#7f99b5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,Vazirmatn,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{border:1px solid var(--edge);border-block-start:3px solid var(--link);padding:.7rem 1rem .8rem;min-block-size:100vh}
h1{font:600 1.25rem/1.25 Georgia,serif;margin:.1rem 0 .5rem}
p{margin:0 0 .7rem}
a{color:var(--link)}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
small{color:var(--soft);font-size:.875rem}
.line{display:block}
figure{margin:0 0 .7rem}
ul{list-style:none;margin:.4rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1rem;font-size:.9375rem}
li{display:inline-flex;align-items:center;gap:.35rem}
.struck{text-decoration:line-through}
.now{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:center;margin-block-end:.5rem}
.now ul{margin:0}
.chip{display:inline-flex;gap:.4rem;align-items:center;font-weight:600}
.flag{border:1px solid var(--edge);padding:0 .4rem;font-size:.875rem}
.foot{border-block-start:1px solid var(--rule);padding-block-start:.6rem;margin:0}
.foot a{display:inline-block;padding-block:.3rem;font-weight:600}
.marks{position:absolute}
.mark{inline-size:1rem;block-size:1rem;flex:none;fill:none;stroke:var(--ink);--own:var(--edge)}
.bar{fill:none;stroke:var(--ink);stroke-width:.6}
.hatch{stroke:var(--edge);stroke-width:2.2;opacity:.55;fill:none}
.over{stroke:none}
.on{font-weight:600;font-size:.9375rem;fill:#1a1e22}
.on.implemented,.on.reversed,.on.abandoned{fill:var(--paper)}
.on.not_assessed{fill:var(--ink);stroke:var(--paper);stroke-width:5px;paint-order:stroke}
.hollow{fill:none;stroke:var(--ink);stroke-width:1.4}
.dashed{stroke:var(--edge);stroke-dasharray:2.2 1.8;stroke-width:1.6}
.full{fill:var(--own);stroke:var(--ink);stroke-width:1.2}
.ink{fill:var(--edge);stroke:none}
.ink-line{fill:none;stroke:var(--ink);stroke-width:1.6}
.on-full{fill:none;stroke:var(--paper);stroke-width:1.8}
${[
  'not_started',
  'in_progress',
  'partly_implemented',
  'implemented',
  'lapsed',
  'reversed',
  'abandoned',
  'superseded',
]
  .map((label) => `.bar.${label}{fill:var(--${label})}.mark.${label}{--own:var(--${label})}`)
  .join('\n')}
`.trim()
