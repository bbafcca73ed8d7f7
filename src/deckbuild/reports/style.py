"""How the page of a report looks: quiet, on white, one column where there is little room."""

STYLE = """
:root{--ground:#f4f6f8;--card:#fff;--ink:#1b2631;--quiet:#4c5a67;--line:#d5dce3;--link:#0f5fa8;
--error:#b3261e;--warning:#9a5b00;--info:#1f6398;--error-soft:#fdecea;--warning-soft:#fff4e0;--info-soft:#e8f2fa}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:76rem;padding:2.5rem 1.5rem 4rem;background:var(--ground);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.3;margin:0}
h3{font-size:1rem;line-height:1.4;margin:0 0 .75rem}
p{margin:.35rem 0}
a{color:var(--link)}
code{font:.92em/1.4 ui-monospace,"Cascadia Mono","Source Code Pro",Menlo,monospace;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
.lead{color:var(--quiet);font-size:1.05rem}
.chips{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:1rem 0 0;padding:0}
.chips li{display:flex;align-items:center;gap:.45rem;padding:.35rem .9rem .35rem .5rem;border-radius:2rem}
.sign{display:inline-flex;align-items:center;justify-content:center;width:1.35rem;height:1.35rem;flex:none;
border-radius:50%;color:#fff;font:700 .8rem/1 system-ui,sans-serif}
.error>.sign,.error .said .sign{background:var(--error)}.warning>.sign,.warning .said .sign{background:var(--warning)}
.info>.sign,.info .said .sign{background:var(--info)}
.chips .error{background:var(--error-soft)}.chips .warning{background:var(--warning-soft)}
.chips .info{background:var(--info-soft)}
.families{border-collapse:collapse;margin:1.5rem 0 0;width:min(34rem,100%)}
.families caption{text-align:start;color:var(--quiet);font-size:.9rem;padding-bottom:.25rem}
.families th{font-weight:400;text-align:start;padding:.15rem 1rem .15rem 0;white-space:nowrap;width:1%}
.families td{padding:.15rem 0}.bar{display:block;height:.6rem;border-radius:.3rem;background:#7f9bb5;min-width:.3rem}
.n{text-align:end;font-variant-numeric:tabular-nums;color:var(--quiet)}.families .n{width:2.5rem}
.filter{border:0;padding:0;margin:1.25rem 0 0;display:flex;flex-wrap:wrap;gap:1.25rem}
.filter legend{float:left;color:var(--quiet);padding:0;margin-inline-end:1.25rem}
.filter label{display:inline-flex;gap:.4rem;align-items:center;cursor:pointer}
.filter input{width:1.1rem;height:1.1rem;accent-color:var(--link)}
nav ol{list-style:none;padding:0;margin:2rem 0 0;border-top:1px solid var(--line)}
nav li{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--line);padding:.45rem 0}
.lesson{margin-top:3rem}.path{color:var(--quiet);font-size:.9rem;margin:0 0 1rem;overflow-wrap:anywhere}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.25rem;margin:0 0 1.25rem}
.slide{display:grid;grid-template-columns:minmax(0,27rem) minmax(0,1fr);gap:1.75rem;align-items:start}
.number{color:var(--quiet);font-weight:400;margin-inline-end:.35rem;white-space:nowrap}
.picture{position:relative}
.picture img{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:.2rem}
.none{padding:2.5rem 1rem;border:1px dashed var(--line);text-align:center;color:var(--quiet)}
.mark{position:absolute;outline:2px solid;outline-offset:2px;border-radius:.15rem}
.mark b{position:absolute;top:-.9rem;right:-.9rem;min-width:1.35rem;height:1.35rem;border-radius:.7rem;
color:#fff;font:700 .8rem/1.35rem system-ui,sans-serif;text-align:center;box-shadow:0 0 0 2px #fff;
padding:0 .4rem;white-space:nowrap}
.mark i{font-style:normal}.mark i+i::before{content:"· "}
.mark.error{outline-color:var(--error)}.mark.error b{background:var(--error)}
.mark.warning{outline-color:var(--warning)}.mark.warning b{background:var(--warning)}
.mark.info{outline-color:var(--info)}.mark.info b{background:var(--info)}
.found{list-style:none;margin:0;padding:0}
.finding+.finding{border-top:1px solid var(--line);margin-top:1rem;padding-top:1rem}
.said{display:flex;flex-wrap:wrap;gap:.15rem .55rem;align-items:baseline;margin:0}
.said .sign{transform:translateY(.1rem)}.said b{flex:1 1 12rem;font-weight:600}
.tied{flex:none;border:1px solid var(--line);border-radius:.7rem;padding:0 .5rem;font-size:.85rem;color:var(--quiet)}
.tied::before{content:"mark "}
.where{flex:none;color:var(--quiet);font-size:.9rem}
.hint,.mends,.line,.finding details{margin-inline-start:1.9rem}
.hint{color:var(--ink)}.mends{color:var(--quiet);font-size:.9rem}
.line{background:var(--ground);border-radius:.35rem;padding:.4rem .7rem;font-size:.9rem;color:var(--quiet)}
.line code{color:var(--ink)}.at{margin-inline-end:.5rem;white-space:nowrap}
mark{background:#ffe08a;color:inherit;border-radius:.15rem;padding:0 .1rem}
summary{cursor:pointer;color:var(--quiet);font-size:.9rem;padding:.15rem 0;width:fit-content}
details p{max-width:60ch;font-size:.95rem}
.clean{margin-top:3rem}.clean h2{font-size:1.1rem}.clean ul{color:var(--quiet);padding-inline-start:1.2rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--quiet);font-size:.9rem}
body:has(#show-error:not(:checked)) .finding.error,body:has(#show-warning:not(:checked)) .finding.warning,
body:has(#show-info:not(:checked)) .finding.info{display:none}
body:has(#show-error:not(:checked)) .mark.error,body:has(#show-warning:not(:checked)) .mark.warning,
body:has(#show-info:not(:checked)) .mark.info{display:none}
@media (max-width:56rem){body{padding:1.5rem 1rem 3rem}.slide{grid-template-columns:minmax(0,1fr);gap:1rem}
.card{padding:1rem}h1{font-size:1.5rem}}
@media (max-width:30rem){.families th{white-space:normal;width:40%}
.hint,.mends,.line,.finding details{margin-inline-start:0}}
@media print{body{background:#fff;max-width:none;padding:0}.filter,.skip,details{display:none}
.card{break-inside:avoid;border-color:#999}}
"""
