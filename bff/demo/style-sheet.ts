/** The product's own tokens, as far as two quiet pages need them. */
export const styleSheet = `:root {
  color-scheme: light;
  --ground: #f3f6f5; --surface: #fff; --inset: #eef3f2; --line: #e0e8e6; --edge: #7f8e8b;
  --ink: #12211f; --ink-2: #43534f; --ink-3: #5d6c69;
  --brand: #0a5c63; --brand-on: #fff; --brand-soft: #e0efee; --hero: #d9ecea;
  --warm-soft: #fcefe2; --warm-ink: #8c4811; --bad: #b0241c;
  --shadow: 0 1px 2px rgba(14, 40, 38, .04), 0 6px 20px rgba(14, 40, 38, .06);
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #0c1312; --surface: #16201f; --inset: #1f2b2a; --line: #263433; --edge: #84938f;
    --ink: #eaf1f0; --ink-2: #b9c6c3; --ink-3: #97a5a2;
    --brand: #6cc5c6; --brand-on: #06282b; --brand-soft: #173435; --hero: #14302f;
    --warm-soft: #33241a; --warm-ink: #f0b98a; --bad: #ff9a91; --shadow: none;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: linear-gradient(180deg, var(--hero) 0, var(--ground) 380px) no-repeat var(--ground);
  color: var(--ink); font: 17px/1.6 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
main { max-width: 1080px; margin: 0 auto; padding: 32px 16px 64px; }
main.narrow { max-width: 560px; }
h1 { margin: 0; font-size: 28px; line-height: 38px; font-weight: 600; }
h2 { margin: 48px 0 4px; font-size: 22px; line-height: 30px; font-weight: 600; }
h3 { margin: 0; font-size: 17px; line-height: 26px; font-weight: 600; }
p { margin: 0; } ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--brand); text-decoration: none; } a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
code { font: 15px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--inset); padding: 1px 6px; border-radius: 6px; overflow-wrap: anywhere; }
.number, .code, time { font-variant-numeric: tabular-nums; }
header.hero { display: grid; gap: 16px; padding: 16px 0 8px; }
header.hero p.lead { max-width: 34em; color: var(--ink-2); }
.mark { width: 56px; height: 56px; border-radius: 16px; background: var(--brand); color: var(--brand-on); display: grid; place-items: center; }
.mark svg { width: 32px; height: 32px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 52px; padding: 0 24px; border-radius: 12px; font-weight: 600; background: var(--brand); color: var(--brand-on); border: 1px solid var(--brand); }
.button.ghost { background: transparent; color: var(--brand); }
.note { color: var(--ink-2); max-width: 44em; margin-bottom: 16px; }
.card { background: var(--surface); border-radius: 12px; box-shadow: var(--shadow); padding: 16px; }
.steps { display: grid; gap: 12px; counter-reset: step; }
.steps > li { counter-increment: step; position: relative; padding-left: 56px; }
.steps > li::before { content: counter(step); position: absolute; left: 16px; top: 16px; width: 28px; height: 28px; border-radius: 14px; background: var(--brand-soft); color: var(--brand); font-weight: 600; font-size: 15px; line-height: 28px; text-align: center; }
.steps p { color: var(--ink-2); }
.people { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); }
.person { display: flex; flex-direction: column; gap: 8px; }
.person .who { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; flex-wrap: wrap; }
.person .phone { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: .02em; }
.tag { font-size: 13px; line-height: 22px; padding: 1px 10px; border-radius: 999px; background: var(--brand-soft); color: var(--brand); white-space: nowrap; }
.tag.merchant { background: var(--warm-soft); color: var(--warm-ink); }
.tag.operator { background: var(--inset); color: var(--ink-2); }
.person .has { color: var(--ink-2); font-size: 15px; line-height: 24px; }
.tries { display: grid; gap: 4px; font-size: 15px; line-height: 24px; }
.tries li { padding-left: 16px; position: relative; }
.tries li::before { content: ""; position: absolute; left: 2px; top: 10px; width: 5px; height: 5px; border-radius: 5px; background: var(--brand); }
.bind { background: var(--inset); border-radius: 8px; padding: 8px 12px; font-size: 15px; line-height: 24px; display: flex; flex-wrap: wrap; gap: 0 16px; }
.bind b { font-weight: 500; }
.person .links { margin-top: auto; padding-top: 4px; display: flex; flex-wrap: wrap; gap: 0 20px; }
.links button { min-height: 44px; padding: 0; border: 0; background: none; color: var(--brand); font: inherit; font-weight: 500; cursor: pointer; }
.links [hidden] { display: none; }
.links a { min-height: 44px; display: inline-flex; align-items: center; font-weight: 500; }
.crumbs a { min-height: 44px; display: inline-flex; align-items: center; }
header.plain { padding: 8px 0 20px; display: grid; gap: 4px; } header.plain p { color: var(--ink-2); }
.messages { display: grid; gap: 12px; }
.message { display: grid; gap: 8px; overflow-wrap: anywhere; }
.message .meta { display: flex; justify-content: space-between; font-size: 13px; line-height: 20px; color: var(--ink-3); }
.code { font-size: 34px; line-height: 42px; font-weight: 600; letter-spacing: .06em; color: var(--brand); user-select: all; }
.message:not(.newest) .code { font-size: 22px; line-height: 30px; color: var(--ink-2); }
.quiet { color: var(--ink-2); display: grid; gap: 4px; } .quiet b { color: var(--ink); }
.foot { margin-top: 24px; font-size: 13px; line-height: 20px; color: var(--ink-3); }
.ask { display: grid; gap: 8px; } .ask div { display: flex; gap: 8px; }
.ask input { flex: 1; min-width: 0; height: 52px; border: 1px solid var(--edge); border-radius: 12px; padding: 0 16px; font: inherit; background: var(--surface); color: inherit; }
.ask button { height: 52px; padding: 0 24px; border: 0; border-radius: 12px; background: var(--brand); color: var(--brand-on); font: inherit; font-weight: 600; }
.problem { color: var(--bad); font-size: 15px; }
.rows { padding: 0 16px; margin-top: 12px; } .rows li + li { border-top: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: baseline; padding: 14px 0; color: inherit; } .row span { color: var(--ink-2); font-size: 15px; }
.row[aria-current] { margin: 0 -16px; padding-left: 12px; padding-right: 16px; background: var(--brand-soft); border-left: 4px solid var(--brand); }
.button.bad { background: transparent; color: var(--bad); border-color: var(--bad); }
.steps-box { display: grid; gap: 12px; overflow-wrap: anywhere; }
.asked { align-items: end; } .asked label { flex: 1 1 240px; display: grid; gap: 4px; font-size: 15px; }
.asked select, .asked input { min-height: 52px; width: 100%; border: 1px solid var(--edge); border-radius: 12px; padding: 0 12px; font: inherit; background: var(--surface); color: inherit; }
.asked select:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.apart { border-top: 1px solid var(--line); padding-top: 16px; margin-top: 12px; }
.two { display: grid; gap: 24px 32px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
.two > div > h3 { margin: 16px 0 12px; }
.after { margin-top: 16px; }
.across { grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
@media (prefers-reduced-motion: no-preference) { .button, .row { transition: opacity .12s; } .button:active, .row:active { opacity: .8; } }
`;
